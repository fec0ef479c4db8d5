package dev.sluice.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What must come of one story of the sample epic.
 *
 * @param key the story
 * @param state how it ends
 * @param attempts attempts that the developer needs
 * @param reason code that must be among the decision's reasons; empty when it is approved
 * @param shows what the story is there to show
 */
record Expectation(String key, String state, int attempts, String reason, String shows) {

    static final List<Expectation> ALL = List.of(
            new Expectation("reject-weights", "MERGED", 1, "", "approved and merged at the first attempt"),
            new Expectation("free-shipping", "MERGED", 2, "", "failed its tests, put right by the one fix attempt"),
            new Expectation(
                    "two-decimals",
                    "SKIPPED",
                    1,
                    "TESTS_PASS_WITHOUT_CHANGE",
                    "praised by every reviewer, but its tests pass without the change"),
            new Expectation("express", "MERGED", 1, "", "waited for free-shipping to be merged"),
            new Expectation("release-build", "BLOCKED", 2, "EDITS_REFUSED", "edits a path that the policy protects"));

    /** In what the story differs from this; empty when it does not. */
    List<String> differences(JsonNode story, SampleRepository repository) {
        List<String> differences = new ArrayList<>();
        JsonNode changes = story.path("changes");
        JsonNode change = changes.path(changes.size() - 1);
        if (!story.path("state").asText().equals(state)) {
            differences.add("is " + story.path("state").asText("missing") + " instead of " + state);
        }
        if (change.path("attempts").size() != attempts) {
            differences.add("took " + change.path("attempts").size() + " attempts instead of " + attempts);
        }
        if (!reason.isEmpty() && codes(change).stream().noneMatch(reason::equals)) {
            differences.add("has reasons " + codes(change) + " without " + reason);
        }
        String commit = story.path("commit").asText("");
        if (state.equals("MERGED") && (commit.isEmpty() || !repository.landed(commit))) {
            differences.add("has no commit on the base branch");
        }
        return differences;
    }

    private static List<String> codes(JsonNode change) {
        List<String> codes = new ArrayList<>();
        change.path("decision")
                .path("reasons")
                .forEach(r -> codes.add(r.path("code").asText()));
        return codes;
    }
}
