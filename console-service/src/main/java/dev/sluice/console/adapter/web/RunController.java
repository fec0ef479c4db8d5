package dev.sluice.console.adapter.web;

import dev.sluice.console.application.RunPage;
import dev.sluice.console.application.RunReader;
import dev.sluice.console.application.RunSummary;
import dev.sluice.console.application.TimelineEntry;
import dev.sluice.console.domain.RunState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs: what became of requirements and of changes from outside. */
@RestController
@RequestMapping(path = "/api/v1/runs", produces = "application/json")
final class RunController {

    record RunList(List<RunSummary> items, @Nullable String next, Map<RunState, Long> counts) {}

    record EventList(List<TimelineEntry> items) {}

    private final RunReader runs;

    RunController(RunReader runs) {
        this.runs = runs;
    }

    @GetMapping
    RunList list(
            @RequestParam(required = false) @Nullable List<RunState> state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        RunPage page = runs.runs(state == null ? List.of() : state, limit, after);
        return new RunList(
                page.items(), page.next() == null ? null : page.next().toString(), page.counts());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> read(@PathVariable String id) {
        return runs.run(id)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Replies.notFound("There is no run " + id
                        + ". If it was submitted a moment ago, ask again; GET /api/v1/runs lists all."));
    }

    @GetMapping("/{id}/events")
    EventList events(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return new EventList(runs.events(id, after, limit));
    }
}
