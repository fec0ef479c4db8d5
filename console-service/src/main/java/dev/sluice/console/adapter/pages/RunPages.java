package dev.sluice.console.adapter.pages;

import dev.sluice.console.application.RunDetail;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Fills the page of a run, or the page that says there is none. */
final class RunPages {

    private static final Map<String, String> NOTICES = Map.of(
            "approved", "Approved. Its stories start now.",
            "rejected", "Rejected. Nothing of this plan will be built.",
            "regenerate", "Sent back. A new plan is on its way.",
            "answered", "Answered. The work goes on.");

    private RunPages() {}

    /** @param problem why what was asked for was refused, null when nothing was */
    static String show(
            Optional<RunDetail> found,
            String id,
            @Nullable String done,
            @Nullable String problem,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("id", id);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "missing";
        }
        model.addAttribute("detail", found.get());
        model.addAttribute("notice", done == null ? null : NOTICES.get(done));
        model.addAttribute("problem", problem);
        return "run";
    }
}
