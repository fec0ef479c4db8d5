package dev.sluice.console.adapter.web;

import dev.sluice.console.application.OperationsReader;
import dev.sluice.console.application.ProjectionControl;
import dev.sluice.console.application.SwitchState;
import dev.sluice.console.application.TurnSwitch;
import dev.sluice.console.domain.AuditEntry;
import dev.sluice.console.domain.Party;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Switches, audit, and the projection itself. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
final class OperationsController {

    record Turned(String scope, String state, String changedBy) {}

    record Switches(List<SwitchState> items) {}

    record AuditList(List<AuditEntry> items, @Nullable String next) {}

    private final TurnSwitch turn;
    private final OperationsReader operations;
    private final ProjectionControl projection;

    OperationsController(TurnSwitch turn, OperationsReader operations, ProjectionControl projection) {
        this.turn = turn;
        this.operations = operations;
        this.projection = projection;
    }

    @GetMapping("/control")
    Switches switches() {
        return new Switches(operations.switches());
    }

    @PostMapping(path = "/control", consumes = "application/json")
    ResponseEntity<Object> turn(@Valid @RequestBody Requests.ControlBody body, Principal user) {
        String scope = body.scope() == null ? "all" : body.scope();
        return Replies.of(
                turn.turn(scope, body.state(), body.reason(), Party.person(user.getName())),
                HttpStatus.ACCEPTED,
                (by, fresh) -> new Turned(scope, body.state(), by));
    }

    @GetMapping("/audit")
    AuditList audit(
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        OperationsReader.AuditPage page = operations.audit(limit, after);
        return new AuditList(
                page.items(), page.next() == null ? null : page.next().toString());
    }

    @GetMapping("/audit/verification")
    OperationsReader.AuditVerification verify() {
        return operations.verifyAudit();
    }

    @GetMapping("/status")
    ProjectionControl.Status status() {
        return projection.status();
    }

    @PostMapping("/projection/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> rebuild() {
        projection.rebuild();
        return Map.of(
                "detail",
                "The projection was dropped and is read again from the log. GET /api/v1/status shows the lag.");
    }

    @GetMapping("/openapi.json")
    Resource openApi() {
        return new ClassPathResource("dev/sluice/console/openapi.json");
    }
}
