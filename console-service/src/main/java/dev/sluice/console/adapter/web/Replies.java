package dev.sluice.console.adapter.web;

import dev.sluice.console.application.Answer;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Turns what came of a request into an HTTP answer. */
final class Replies {

    private Replies() {}

    /** @param fresh status when this request put it on the log; 200 when an equal one had done so before */
    static <T> ResponseEntity<Object> of(Answer<T> answer, HttpStatus fresh, BiFunction<T, Boolean, ?> body) {
        return switch (answer) {
            case Answer.Done<T> done ->
                ResponseEntity.status(done.fresh() ? fresh : HttpStatus.OK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body.apply(done.value(), done.fresh()));
            case Answer.Unknown<T> unknown -> problem(Problems.of(HttpStatus.NOT_FOUND, "not-found", unknown.detail()));
            case Answer.Conflict<T> conflict ->
                problem(Problems.of(HttpStatus.CONFLICT, "conflict", conflict.detail()));
            case Answer.Forbidden<T> forbidden ->
                problem(Problems.of(HttpStatus.FORBIDDEN, "forbidden", forbidden.detail()));
            case Answer.Invalid<T> invalid ->
                problem(Problems.fields(List.of(new Problems.FieldProblem(invalid.field(), invalid.detail()))));
        };
    }

    static ResponseEntity<Object> notFound(String detail) {
        return problem(Problems.of(HttpStatus.NOT_FOUND, "not-found", detail));
    }

    private static ResponseEntity<Object> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
