package dev.sluice.developer.domain;

import java.util.stream.Collectors;

/**
 * Message of the commit that holds a change. Equal input gives an equal message. Only the last paragraph holds trailers,
 * and no text from outside can add one: every line from outside is flattened and prefixed.
 */
public final class CommitText {

    /** Trailer by which Sluice recognises its own commits. */
    public static final String STORY_TRAILER = "Sluice-Story";

    private static final int SUBJECT = 72;

    private CommitText() {}

    /**
     * The message.
     *
     * @param lineage id of the change before it had a head; a commit cannot name itself
     */
    public static String of(
            StoryText story, String storyId, String requirementId, Party requestedBy, String model, String lineage) {
        String subject = flat(story.title());
        String body = story.acceptanceCriteria().stream()
                .map(criterion -> "- " + flat(criterion))
                .collect(Collectors.joining("\n"));
        return (subject.isEmpty() ? "Story " + flat(story.key()) : cut(subject)) + "\n\n"
                + (body.isEmpty() ? "" : body + "\n\n")
                + trailer(STORY_TRAILER, storyId)
                + trailer("Sluice-Requirement", requirementId)
                + trailer("Sluice-Model", model)
                + trailer("Sluice-Requested-By", requestedBy.id())
                + trailer("Sluice-Change", lineage);
    }

    private static String trailer(String name, String value) {
        return name + ": " + flat(value) + "\n";
    }

    private static String cut(String subject) {
        return subject.length() <= SUBJECT
                ? subject
                : subject.substring(0, SUBJECT - 1).stripTrailing() + "…";
    }

    private static String flat(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
