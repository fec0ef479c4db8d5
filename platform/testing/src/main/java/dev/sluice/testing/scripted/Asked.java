package dev.sluice.testing.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One request that the server received.
 *
 * @param path path it came to
 * @param headers request headers, names in lower case
 * @param body the JSON as sent
 * @param at when it arrived
 */
public record Asked(String path, Map<String, List<String>> headers, JsonNode body, Instant at) {

    /** The {@code model} field. */
    public String model() {
        return body.path("model").asText();
    }

    /** Text of all messages of {@code role}, joined by line breaks. */
    public String said(String role) {
        return messages()
                .filter(m -> m.path("role").asText().equals(role))
                .map(Asked::text)
                .collect(Collectors.joining("\n"));
    }

    /** Text of all messages, joined by line breaks. */
    public String text() {
        return messages().map(Asked::text).collect(Collectors.joining("\n"));
    }

    private Stream<JsonNode> messages() {
        return StreamSupport.stream(body.path("messages").spliterator(), false);
    }

    private static String text(JsonNode message) {
        JsonNode content = message.path("content");
        return content.isTextual()
                ? content.asText()
                : StreamSupport.stream(content.spliterator(), false)
                        .map(part -> part.path("text").asText())
                        .collect(Collectors.joining("\n"));
    }
}
