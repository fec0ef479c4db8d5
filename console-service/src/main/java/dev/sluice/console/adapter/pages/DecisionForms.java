package dev.sluice.console.adapter.pages;

import dev.sluice.console.application.Answer;
import dev.sluice.console.application.AnswerClarification;
import dev.sluice.console.application.DecidePlan;
import dev.sluice.console.application.RunReader;
import dev.sluice.console.domain.Party;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The forms on the page of a run. They work without scripts; what is refused is said on the page. */
@Controller
final class DecisionForms {

    private static final Set<String> VERDICTS = Set.of("APPROVED", "REJECTED", "REGENERATE");
    private static final int MOST = 4_000;

    private final DecidePlan decide;
    private final AnswerClarification answer;
    private final RunReader runs;
    private final PageController pages;

    DecisionForms(DecidePlan decide, AnswerClarification answer, RunReader runs, PageController pages) {
        this.decide = decide;
        this.answer = answer;
        this.runs = runs;
        this.pages = pages;
    }

    @PostMapping(path = "/runs/{id}/decision", consumes = "application/x-www-form-urlencoded")
    String decide(
            @PathVariable String id,
            @RequestParam int planRevision,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Model model,
            HttpServletResponse response) {
        if (!VERDICTS.contains(verdict)) {
            return refused(id, "Choose to approve, reject or ask for another plan.", 400, user, model, response);
        }
        String why = plain(reason);
        if (!verdict.equals("APPROVED") && why.isEmpty()) {
            return refused(id, "Say why: the planner and the requester act on it.", 400, user, model, response);
        }
        Answer<String> made =
                decide.decide(id, planRevision, verdict, why.isEmpty() ? null : why, Party.person(user.getName()));
        return after(made, id, verdict.toLowerCase(Locale.ROOT), user, model, response);
    }

    @PostMapping(path = "/runs/{id}/answers/{clarificationId}", consumes = "application/x-www-form-urlencoded")
    String answer(
            @PathVariable String id,
            @PathVariable String clarificationId,
            @RequestParam("answer") List<String> answers,
            Principal user,
            Model model,
            HttpServletResponse response) {
        List<String> given = answers.stream().map(DecisionForms::plain).toList();
        if (given.stream().anyMatch(String::isEmpty)) {
            return refused(id, "Answer every question.", 400, user, model, response);
        }
        Answer<String> made = answer.answer(clarificationId, given, Party.person(user.getName()));
        return after(made, id, "answered", user, model, response);
    }

    private String after(
            Answer<String> made, String id, String done, Principal user, Model model, HttpServletResponse response) {
        return switch (made) {
            case Answer.Done<String> ok ->
                "redirect:"
                        + UriComponentsBuilder.fromPath("/runs/{id}")
                                .queryParam("done", done)
                                .encode()
                                .buildAndExpand(id)
                                .toUriString();
            case Answer.Unknown<String> no -> refused(id, no.detail(), 404, user, model, response);
            case Answer.Conflict<String> no -> refused(id, no.detail(), 409, user, model, response);
            case Answer.Forbidden<String> no -> refused(id, no.detail(), 403, user, model, response);
            case Answer.Invalid<String> no -> refused(id, no.field() + " " + no.detail(), 400, user, model, response);
        };
    }

    private String refused(
            String id, String problem, int status, Principal user, Model model, HttpServletResponse response) {
        pages.frame(model, user);
        response.setStatus(status);
        return RunPages.show(runs.run(id), id, null, problem, model, response);
    }

    /** What people paste may hold anything: control characters but line ends and tabs are taken out. */
    private static String plain(String text) {
        String cleaned = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        return cleaned.length() > MOST ? cleaned.substring(0, MOST) : cleaned;
    }
}
