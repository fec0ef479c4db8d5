package dev.sluice.console.adapter.pages;

import dev.sluice.console.application.OperationsReader;
import dev.sluice.console.application.RunPage;
import dev.sluice.console.application.RunReader;
import dev.sluice.console.application.SwitchState;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages people read. */
@Controller
final class PageController {

    private static final int PAGE = 50;

    private final RunReader runs;
    private final OperationsReader operations;
    private final Clock clock;

    PageController(RunReader runs, OperationsReader operations, Clock clock) {
        this.runs = runs;
        this.operations = operations;
        this.clock = clock;
    }

    @ModelAttribute
    void frame(Model model, @Nullable Principal user) {
        model.addAttribute("show", new Showing(clock.instant()));
        model.addAttribute("user", user == null ? "" : user.getName());
        model.addAttribute(
                "paused",
                operations.switches().stream().filter(SwitchState::paused).toList());
    }

    @GetMapping(path = "/", produces = "text/html")
    String overview(
            @RequestParam(name = "show", defaultValue = "all") String shown,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        RunFilter filter = RunFilter.named(shown);
        RunPage page = runs.runs(filter == RunFilter.ALL ? List.of() : filter.states(), PAGE, after);
        model.addAttribute("page", page);
        model.addAttribute("filter", filter);
        model.addAttribute("filters", List.of(RunFilter.values()));
        model.addAttribute("first", after == null);
        return "overview";
    }

    @GetMapping(path = "/runs/{id}", produces = "text/html")
    String run(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            HttpServletResponse response) {
        return RunPages.show(runs.run(id), id, done, null, model, response);
    }
}
