package dev.sluice.models;

import java.util.Map;
import java.util.Objects;

/**
 * A question to a model.
 *
 * @param role whose routes serve it
 * @param causeEventId event whose handling asks; with {@code step} the key of the journal
 * @param step step of that event, for example {@code attempt-1}
 * @param subject what it is about in a person's words: the story's or requirement's key
 * @param prompt the rendered prompt
 * @param reader validates the reply
 * @param labels requirementId, storyId, changeId and repository, as far as known, for the trace
 */
public record ModelRequest<T>(
        ModelRole role,
        String causeEventId,
        String step,
        String subject,
        Prompt prompt,
        ReplyReader<T> reader,
        Map<String, String> labels) {

    public ModelRequest {
        Objects.requireNonNull(role);
        Objects.requireNonNull(reader);
        labels = Map.copyOf(labels);
    }
}
