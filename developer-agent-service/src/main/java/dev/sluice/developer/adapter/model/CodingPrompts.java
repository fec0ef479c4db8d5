package dev.sluice.developer.adapter.model;

import dev.sluice.developer.application.CodingTask;
import dev.sluice.developer.domain.Excerpt;
import dev.sluice.developer.domain.StoryText;
import dev.sluice.models.Prompt;
import dev.sluice.models.PromptTemplate;
import dev.sluice.models.Untrusted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Renders the prompts of the developer. Everything from outside stands in a block that it cannot close. */
final class CodingPrompts {

    private static final PromptTemplate CHANGE = PromptTemplate.load("developer/change@1");
    private static final PromptTemplate REPAIR = PromptTemplate.load("developer/repair@1");
    private static final String ASKING = """
            If the story can be understood in ways that lead to different changes, and a wrong guess would be costly, answer with nothing but
            {"clarification":[{"question":"...","options":["...","..."]}]} instead, with one to three questions.
            """;

    private CodingPrompts() {}

    static Prompt of(CodingTask task) {
        Map<String, String> values = new HashMap<>();
        values.put("story", story(task.assignment().story()));
        values.put("allowed", names(task.limits().allowedPaths()));
        values.put("protected", names(task.limits().protectedPaths()));
        values.put("clarifications", clarifications(task.assignment().clarifications()));
        values.put(
                "paths",
                Untrusted.block(
                        "paths",
                        String.join(
                                "\n", task.paths().stream().map(Untrusted::name).toList())));
        values.put("files", task.files().stream().map(CodingPrompts::file).collect(Collectors.joining("\n\n")));
        if (task.attempt() == 1) {
            values.put("asking", task.mayAsk() ? ASKING.strip() : "Do not ask questions: decide with what you know.");
            return CHANGE.render(values);
        }
        values.put("previous", Integer.toString(task.attempt() - 1));
        values.put("complaint", Untrusted.block("problem", Objects.requireNonNull(task.complaint())));
        return REPAIR.render(values);
    }

    private static String story(StoryText story) {
        String criteria = story.acceptanceCriteria().stream().map(c -> "- " + c).collect(Collectors.joining("\n"));
        return Untrusted.block(
                "story",
                "Story: " + story.title() + "\n\n" + story.description().strip()
                        + (criteria.isEmpty() ? "" : "\n\nAcceptance criteria:\n" + criteria));
    }

    private static String file(Excerpt file) {
        return "File " + Untrusted.name(file.path()) + (file.complete() ? ":" : " (not all of its lines):") + "\n"
                + Untrusted.block("file", file.text());
    }

    private static String clarifications(List<String> answers) {
        return answers.isEmpty()
                ? ""
                : "Questions that were asked about this story, and the answers:\n"
                        + Untrusted.block("answers", String.join("\n", answers)) + "\n\n";
    }

    private static String names(List<String> patterns) {
        return patterns.isEmpty()
                ? "none"
                : patterns.stream().map(Untrusted::name).collect(Collectors.joining(", "));
    }
}
