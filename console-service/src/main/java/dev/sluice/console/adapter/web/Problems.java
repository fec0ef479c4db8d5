package dev.sluice.console.adapter.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457). The detail says what happened and what to do. */
final class Problems {

    /** One field that is not as it must be. */
    record FieldProblem(String field, String message) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "urn:sluice:problem:";

    private Problems() {}

    static ProblemDetail of(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(PREFIX + type));
        return problem;
    }

    static ProblemDetail fields(List<FieldProblem> errors) {
        String first = errors.isEmpty()
                ? "The request is not valid."
                : errors.get(0).field() + " " + errors.get(0).message() + ".";
        ProblemDetail problem = of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                first + (errors.size() > 1 ? " And " + (errors.size() - 1) + " more, see errors." : ""));
        problem.setProperty("errors", errors);
        return problem;
    }

    /** For places that Spring's own writing of problems does not reach. */
    static void write(HttpServletResponse response, HttpStatus status, String type, String detail, String instance)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", PREFIX + type);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", instance);
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"sluice\"");
        }
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
