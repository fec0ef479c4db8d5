package dev.sluice.console.adapter.web;

import dev.sluice.console.application.GiveVerdict;
import dev.sluice.console.application.OfferChange;
import dev.sluice.console.application.RunReader;
import dev.sluice.console.domain.OutsideChange;
import dev.sluice.console.domain.Party;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes: offering one from outside, reading one, judging one. */
@RestController
@RequestMapping(path = "/api/v1/changes", produces = "application/json")
final class ChangeController {

    record Offered(String changeId, String runId, boolean created) {}

    record Given(String changeId, String reviewId, String verdict, String reviewer) {}

    private final OfferChange offer;
    private final GiveVerdict give;
    private final RunReader runs;

    ChangeController(OfferChange offer, GiveVerdict give, RunReader runs) {
        this.offer = offer;
        this.give = give;
        this.runs = runs;
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Object> offer(@Valid @RequestBody Requests.ChangeBody body, Principal user) {
        OutsideChange change = body.toDomain(Party.person(user.getName()));
        return Replies.of(
                offer.offer(change), HttpStatus.CREATED, (id, fresh) -> new Offered(id, change.runId(), fresh));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> read(@PathVariable String id) {
        return runs.change(id)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() ->
                        Replies.notFound("There is no change " + id + ". If it was offered a moment ago, ask again."));
    }

    @PostMapping(path = "/{id}/verdicts", consumes = "application/json")
    ResponseEntity<Object> judge(
            @PathVariable String id, @Valid @RequestBody Requests.VerdictBody body, Principal user) {
        String risk = body.risk() == null ? "UNKNOWN" : body.risk();
        return Replies.of(
                give.give(id, body.verdict(), risk, body.summary(), body.headSha(), Party.person(user.getName())),
                HttpStatus.ACCEPTED,
                (given, fresh) -> new Given(
                        id,
                        given.reviewId(),
                        given.verdict().verdict(),
                        given.verdict().reviewer().id()));
    }
}
