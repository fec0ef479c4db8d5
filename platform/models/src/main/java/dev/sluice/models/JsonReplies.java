package dev.sluice.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the JSON object out of a reply: alone, in a fence, or with prose around it. Replies are untrusted and bounded. */
public final class JsonReplies {

    /** Longest reply that is looked at, in characters. */
    public static final int LONGEST_REPLY = 2_000_000;

    private static final int DEEPEST = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_REPLY)
                            .maxNumberLength(50)
                            .build())
                    .build())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonReplies() {}

    /** A reader that maps the object to {@code type}; what its constructor refuses is an unreadable reply. */
    public static <T> ReplyReader<T> reader(Class<T> type) {
        return text -> read(text, type);
    }

    /** The first JSON object of {@code text} as {@code type}. */
    public static <T> T read(String text, Class<T> type) throws UnreadableReply {
        JsonNode object = object(text);
        try {
            return JSON.treeToValue(object, type);
        } catch (JsonMappingException e) {
            String where = e.getPath().stream().map(JsonReplies::step).collect(Collectors.joining());
            String problem = e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
                    ? refused.getMessage()
                    : e.getOriginalMessage();
            throw new UnreadableReply(
                    "The JSON object is not as asked for" + (where.isEmpty() ? "" : " at " + where) + ": " + problem);
        } catch (JsonProcessingException e) {
            throw new UnreadableReply("The JSON object is not as asked for: " + e.getOriginalMessage());
        }
    }

    /** The first JSON object of {@code text}; one without fields counts only where there is no other. */
    public static JsonNode object(String text) throws UnreadableReply {
        if (text.length() > LONGEST_REPLY) {
            throw new UnreadableReply("The reply is " + text.length() + " characters long; at most " + LONGEST_REPLY
                    + " are read. Answer with the JSON object only.");
        }
        int fence = text.indexOf("```json");
        if (fence >= 0 && search(text, fence) instanceof Found inFence && inFence.object != null) {
            return inFence.object;
        }
        Found found = search(text, 0);
        if (found.object != null) {
            return found.object;
        }
        throw new UnreadableReply(
                found.problem != null ? found.problem : "The reply holds no JSON object. Answer with one JSON object.");
    }

    private record Found(
            @Nullable JsonNode object, @Nullable String problem) {}

    private static Found search(String text, int from) {
        JsonNode empty = null;
        String problem = null;
        int at = text.indexOf('{', from);
        while (at >= 0) {
            int end = looksLikeObject(text, at) ? endOfObject(text, at) : at;
            if (end < 0) {
                return new Found(
                        empty,
                        "The JSON object that starts at character " + at + " is not closed: the reply is cut off.");
            }
            if (end > at) {
                try {
                    JsonNode object = JSON.readTree(text.substring(at, end + 1));
                    if (!object.isEmpty()) {
                        return new Found(object, null);
                    }
                    empty = empty == null ? object : empty;
                } catch (JsonProcessingException e) {
                    problem = problem == null ? describe(e) : problem;
                }
            }
            at = text.indexOf('{', end + 1);
        }
        return new Found(empty, problem);
    }

    private static boolean looksLikeObject(String text, int open) {
        int next = open + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}');
    }

    /** Index of the brace that closes the one at {@code open}, or -1. */
    private static int endOfObject(String text, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String describe(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + " of the object)";
        return "The JSON object is malformed: " + e.getOriginalMessage() + place;
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() != null ? "/" + reference.getFieldName() : "/" + reference.getIndex();
    }
}
