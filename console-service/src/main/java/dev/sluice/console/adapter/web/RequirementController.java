package dev.sluice.console.adapter.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sluice.console.application.DecidePlan;
import dev.sluice.console.application.PlanDetail;
import dev.sluice.console.application.RequirementDetail;
import dev.sluice.console.application.RunReader;
import dev.sluice.console.application.SubmitRequirement;
import dev.sluice.console.domain.Party;
import dev.sluice.console.domain.RunState;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requirements and decisions about their plans. */
@RestController
@RequestMapping(path = "/api/v1/requirements", produces = "application/json")
final class RequirementController {

    record Submitted(String requirementId, boolean created, String run) {}

    record Decided(String requirementId, int planRevision, String verdict, String decidedBy) {}

    record RequirementView(
            @JsonUnwrapped RequirementDetail requirement,
            RunState state,
            String reason,
            @Nullable PlanDetail plan) {}

    private final SubmitRequirement submit;
    private final DecidePlan decide;
    private final RunReader runs;

    RequirementController(SubmitRequirement submit, DecidePlan decide, RunReader runs) {
        this.submit = submit;
        this.decide = decide;
        this.runs = runs;
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Object> submit(@Valid @RequestBody Requests.RequirementBody body, Principal user) {
        ResponseEntity<Object> reply = Replies.of(
                submit.submit(body.toDomain(Party.person(user.getName()))),
                HttpStatus.CREATED,
                (id, fresh) -> new Submitted(id, fresh, "/runs/" + id));
        return reply.getBody() instanceof Submitted done
                ? ResponseEntity.status(reply.getStatusCode())
                        .header(
                                HttpHeaders.LOCATION,
                                URI.create("/api/v1/requirements/" + done.requirementId())
                                        .toString())
                        .body(done)
                : reply;
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> read(@PathVariable String id) {
        return runs.run(id)
                .flatMap(run -> Optional.ofNullable(run.requirement())
                        .map(r -> new RequirementView(
                                r, run.run().state(), run.run().reason(), run.plan())))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Replies.notFound(
                        "There is no requirement " + id + " yet. If it was submitted a moment ago, ask again."));
    }

    @PostMapping(path = "/{id}/plan/decision", consumes = "application/json")
    ResponseEntity<Object> decide(
            @PathVariable String id, @Valid @RequestBody Requests.DecisionBody body, Principal user) {
        if (!body.verdict().equals("APPROVED")
                && (body.reason() == null || body.reason().isBlank())) {
            return ResponseEntity.badRequest()
                    .body(Problems.fields(List.of(new Problems.FieldProblem(
                            "reason", "must say why, so that the planner and the requester can act on it"))));
        }
        return Replies.of(
                decide.decide(id, body.planRevision(), body.verdict(), body.reason(), Party.person(user.getName())),
                HttpStatus.ACCEPTED,
                (by, fresh) -> new Decided(id, body.planRevision(), body.verdict(), by));
    }
}
