package dev.sluice.console.adapter.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says what is wrong with a body that is no JSON, or not the JSON that is wanted. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail problem(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimitFilter.TooLarge tooLarge) {
                return Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", String.valueOf(tooLarge.getMessage()));
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return field(path(unknown), "is not a field of this request; known are " + known(unknown));
            }
            if (cause instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
                return field(path(wrong), "has a value of the wrong kind; see /api/v1/openapi.json");
            }
            if (cause instanceof JsonProcessingException json) {
                var where = json.getLocation();
                return Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "The body is not well-formed JSON"
                                + (where == null
                                        ? ""
                                        : " at line " + where.getLineNr() + ", column " + where.getColumnNr())
                                + ". Send one JSON object in UTF-8.");
            }
        }
        return Problems.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The body is missing or cannot be read. Send one JSON object in UTF-8.");
    }

    private static ProblemDetail field(String name, String message) {
        return Problems.fields(List.of(new Problems.FieldProblem(name, message)));
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                .collect(Collectors.joining());
        String name = path.startsWith(".") ? path.substring(1) : path;
        return name.length() > 200 ? name.substring(0, 200) : name;
    }
}
