package dev.sluice.testing.scripted;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server does with a request. */
public sealed interface Answer {

    /** A normal reply; the server fills in the envelope. Tokens are part of the reported usage. */
    record Reply(String text, String finishReason, int inputTokens, int outputTokens) implements Answer {}

    /** Status, headers and body as they are. */
    record Raw(int status, Map<String, String> headers, String body) implements Answer {}

    /** Headers and the first half of a normal reply, then the connection closes. */
    record Truncated(String text) implements Answer {}

    /** The connection closes before any byte of a response. */
    record Reset() implements Answer {}

    /** No response for as long as the server lives. */
    record Never() implements Answer {}

    /** {@code then} after a pause. */
    record Delayed(Duration pause, Answer then) implements Answer {}

    /** A reply that ends normally. */
    static Answer text(String text) {
        return new Reply(text, "stop", 100, 20);
    }

    /** A reply with another finish reason, for example {@code length} or {@code content_filter}. */
    static Answer finished(String text, String finishReason) {
        return new Reply(text, finishReason, 100, 20);
    }

    /** An error in the shape of the OpenAI API. {@code headers} are name, value, name, value. */
    static Answer status(int status, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Raw(
                status, all, "{\"error\":{\"message\":\"scripted status " + status + "\",\"type\":\"scripted\"}}");
    }

    /** Status 200 with a body that is not JSON. */
    static Answer garbage() {
        return new Raw(200, Map.of(), "<html><body>It works!</body></html>");
    }

    /** Status 200 with this body. */
    static Answer body(String body) {
        return new Raw(200, Map.of(), body);
    }

    /** Status 200, well-formed, without a choice. */
    static Answer emptyChoices() {
        return body(
                "{\"id\":\"scripted\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"scripted\",\"choices\":[]}");
    }

    /** Half a body, then a closed connection. */
    static Answer truncated() {
        return new Truncated("This reply is cut in the middle by the server. ".repeat(20));
    }

    /** A connection closed without a response. */
    static Answer reset() {
        return new Reset();
    }

    /** Silence. */
    static Answer never() {
        return new Never();
    }

    /** This answer after {@code pause}. */
    default Answer after(Duration pause) {
        return new Delayed(pause, this);
    }

    /** Plain replies. */
    static List<Answer> texts(String... texts) {
        return Arrays.stream(texts).map(Answer::text).toList();
    }
}
