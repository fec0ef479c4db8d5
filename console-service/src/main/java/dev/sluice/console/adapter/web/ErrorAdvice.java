package dev.sluice.console.adapter.web;

import dev.sluice.messaging.TransientFailure;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every failure as problem details that say what to do, and never what is inside. */
@RestControllerAdvice
final class ErrorAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler({TransientFailure.class, DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> unavailable(RuntimeException e) {
        if (e instanceof DataIntegrityViolationException) {
            return reply(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "The request holds characters that cannot be part of an id. Check the address."));
        }
        LOG.atWarn()
                .addKeyValue("cause", String.valueOf(e.getMessage()))
                .log("A request failed because a part is away");
        return reply(
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Kafka or the database does not answer at the moment. Send the same request again: nothing is doubled."));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception e) {
        LOG.atError().setCause(e).log("A request failed unexpectedly");
        return reply(Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "The console failed. Its log says why; please report it with the time of this request."));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return reply(Problems.fields(e.getBindingResult().getFieldErrors().stream()
                .map(error -> new Problems.FieldProblem(
                        error.getField(), Objects.toString(error.getDefaultMessage(), "is not valid")))
                .sorted(Comparator.comparing(Problems.FieldProblem::field))
                .toList()));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return reply(Problems.fields(e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Problems.FieldProblem(
                                Objects.toString(result.getMethodParameter().getParameterName(), "parameter"),
                                Objects.toString(error.getDefaultMessage(), "is not valid"))))
                .toList()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return reply(UnreadableBody.problem(e));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e instanceof MethodArgumentTypeMismatchException m ? m.getName() : "parameter";
        return reply(Problems.fields(List.of(new Problems.FieldProblem(
                name, "is none of the values that are allowed here; see" + " /api/v1/openapi.json"))));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return reply(Problems.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported",
                "Send the body as 'Content-Type: application/json'."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object shown = body == null && e instanceof ErrorResponse known ? known.getBody() : body;
        if (shown instanceof ProblemDetail problem) {
            problem.setType(URI.create("urn:sluice:problem:" + typeOf(status.value())));
            if (e instanceof NoResourceFoundException) {
                problem.setDetail("There is nothing at this address. GET /api/v1/openapi.json lists what there is.");
            }
        }
        ResponseEntity<Object> reply = super.handleExceptionInternal(e, shown, headers, status, request);
        return reply == null
                ? null
                : ResponseEntity.status(reply.getStatusCode())
                        .headers(reply.getHeaders())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(reply.getBody());
    }

    private static String typeOf(int status) {
        return switch (status) {
            case 400 -> "invalid-request";
            case 404 -> "not-found";
            case 413 -> "too-large";
            default -> "unsupported";
        };
    }

    private static ResponseEntity<Object> reply(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
