package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A run as the console gives it, in words for a terminal. */
public final class RunView {

    private static final Pattern SHA = Pattern.compile("\\b[0-9a-f]{40}\\b");
    private static final int BRIEF = 170;

    private final JsonNode run;

    /** The view of {@code GET /runs/{id}}. */
    public RunView(JsonNode run) {
        this.run = run;
    }

    /** Whether nothing moves any more unless people start something new. */
    public boolean done() {
        return run.path("done").asBoolean();
    }

    /** State of the run. */
    public String state() {
        return run.path("state").asText();
    }

    /** The stories, in the plan's order. */
    public List<JsonNode> stories() {
        List<JsonNode> stories = new ArrayList<>();
        run.path("stories").forEach(stories::add);
        return stories;
    }

    /** Revision of the plan that waits for a decision; 0 when none does. */
    public int planToDecide() {
        return state().equals("WAITING_FOR_APPROVAL")
                ? run.path("plan").path("revision").asInt()
                : 0;
    }

    /** Exit code of the outside contract for this run. */
    public int exitCode() {
        return switch (state()) {
            case "MERGED" -> Failure.DONE;
            case "FAILED" -> Failure.SYSTEM;
            default -> Failure.NO;
        };
    }

    /** What is known of the run, for a person. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(Text.plain(run.path("title").asText())).append('\n');
        out.append(run.path("runId").asText()).append("  ").append(state());
        String reason = run.path("reason").asText("");
        if (!reason.isEmpty()) {
            out.append(": ").append(Text.plain(reason));
        }
        out.append("\n\n");
        if (!stories().isEmpty()) {
            out.append(table()).append('\n');
        }
        run.path("clarifications").forEach(c -> {
            if (c.path("state").asText().equals("OPEN")) {
                out.append("Waiting for an answer (sluice answer ")
                        .append(c.path("clarificationId").asText())
                        .append(" TEXT):\n");
                c.path("questions")
                        .forEach(q -> out.append("  - ")
                                .append(Text.plain(q.path("question").asText()))
                                .append('\n'));
            }
        });
        return out.toString();
    }

    /** Story, attempts, tests, evidence, verdicts, decision, reason, commit. */
    public Table table() {
        Table table = new Table(
                List.of("story", "attempts", "tests", "evidence", "verdicts", "decision", "reason", "commit"),
                20,
                15,
                12,
                13,
                12,
                8,
                44,
                8);
        for (JsonNode story : stories()) {
            JsonNode change = last(story.path("changes"));
            table.row(
                    story.path("key").asText(),
                    attempts(change),
                    tests(change.path("testReport")),
                    evidence(change),
                    verdicts(change),
                    story.path("state").asText(),
                    reason(story, change),
                    Text.brief(story.path("commit").asText(""), 8));
        }
        return table;
    }

    private static String attempts(JsonNode change) {
        List<String> attempts = new ArrayList<>();
        change.path("attempts")
                .forEach(a -> attempts.add(a.path("number").asText() + " "
                        + words(a.path("outcome").asText())));
        return String.join(", ", attempts);
    }

    private static String tests(JsonNode report) {
        if (report.isMissingNode() || report.isNull()) {
            return "";
        }
        if (report.path("outcome").asText().equals("PASSED")) {
            return report.path("passed").asText() + " passed";
        }
        return words(report.path("outcome").asText());
    }

    /** Whether the new tests fail without the change, as the test-quality role proved it. */
    private static String evidence(JsonNode change) {
        for (JsonNode review : change.path("reviews")) {
            JsonNode proof = review.path("evidence").path("failToPass");
            if (!proof.isMissingNode() && !proof.isNull()) {
                return switch (proof.path("outcome").asText()) {
                    case "PROVEN" -> "tests fail without the change";
                    case "REFUTED" -> "tests pass without the change";
                    case "NOT_APPLICABLE" -> "no test changed";
                    default -> "could not be run";
                };
            }
        }
        return "";
    }

    private static String verdicts(JsonNode change) {
        Map<String, List<String>> roles = new TreeMap<>();
        change.path("reviews")
                .forEach(r -> roles.computeIfAbsent(words(r.path("verdict").asText()), v -> new ArrayList<>())
                        .add(r.path("role").asText()));
        return roles.entrySet().stream()
                .map(e -> e.getValue().size() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String reason(JsonNode story, JsonNode change) {
        List<String> reasons = new ArrayList<>();
        change.path("decision")
                .path("reasons")
                .forEach(r -> reasons.add(r.path("message").asText()));
        String all = reasons.isEmpty() ? story.path("reason").asText("") : String.join(" ", reasons);
        String brief =
                SHA.matcher(Text.plain(all)).replaceAll(sha -> sha.group().substring(0, 8));
        return brief.length() <= BRIEF ? brief : brief.substring(0, BRIEF).stripTrailing() + " …";
    }

    private static JsonNode last(JsonNode array) {
        return array.path(array.size() - 1);
    }

    private static String words(String symbol) {
        return symbol.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
