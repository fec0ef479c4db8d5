package dev.sluice.console.adapter.web;

import dev.sluice.console.application.AnswerClarification;
import dev.sluice.console.domain.Party;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers to questions that agents ask. */
@RestController
final class ClarificationController {

    record Answered(String clarificationId, String answeredBy) {}

    private final AnswerClarification answer;

    ClarificationController(AnswerClarification answer) {
        this.answer = answer;
    }

    @PostMapping(
            path = "/api/v1/clarifications/{id}/answer",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Object> answer(
            @PathVariable String id, @Valid @RequestBody Requests.AnswersBody body, Principal user) {
        return Replies.of(
                answer.answer(id, body.answers(), Party.person(user.getName())),
                HttpStatus.ACCEPTED,
                (by, fresh) -> new Answered(id, by));
    }
}
