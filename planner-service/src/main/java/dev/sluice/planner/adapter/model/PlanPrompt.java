package dev.sluice.planner.adapter.model;

import dev.sluice.models.Prompt;
import dev.sluice.models.PromptTemplate;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Requirement;
import dev.sluice.planner.domain.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Renders the question to a planning model. All that people wrote stands inside a fence that they cannot close. */
final class PlanPrompt {

    static final String VERSION = "planner/plan@1";
    private static final PromptTemplate TEMPLATE = PromptTemplate.load(VERSION);

    private PlanPrompt() {}

    static Prompt of(PlanningTask task) {
        String text = PlainText.of(text(task));
        return TEMPLATE.render(Map.of("fence", fence(text), "material", text));
    }

    /** Follows from the whole text, so that no part of the text can hold it. */
    private static String fence(String text) {
        return "material-" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(PlanningTask task) {
        Requirement requirement = task.requirement();
        return section("Title", requirement.title())
                + section("Text", requirement.body())
                + section("Acceptance criteria", list(requirement.acceptanceCriteria()))
                + section("Repository", requirement.repository().url())
                + section("Questions that were answered", String.join("\n\n", task.clarifications()))
                + section("Earlier plan that was sent back", earlier(task))
                + section("Why it was sent back", list(task.feedback()));
    }

    private static String earlier(PlanningTask task) {
        return task.feedback().isEmpty() && task.revision() == 1
                ? ""
                : task.previousStories().stream().map(PlanPrompt::line).collect(Collectors.joining("\n"));
    }

    private static String line(Story story) {
        String after = story.dependsOn().isEmpty() ? "" : " (after " + String.join(", ", story.dependsOn()) + ")";
        return "- " + story.key() + ": " + story.title() + after + "\n  " + story.description();
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    private static String section(String name, String text) {
        return text.isBlank() ? "" : "## " + name + "\n" + text.strip() + "\n\n";
    }
}
