package dev.sluice.reviewer.adapter.model;

import dev.sluice.models.Prompt;
import dev.sluice.models.PromptTemplate;
import dev.sluice.models.Untrusted;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.MachineProof;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.reviewer.domain.Story;
import dev.sluice.reviewer.domain.TestRun;
import dev.sluice.reviewer.domain.TouchedFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the prompts of the reviewers. Everything from outside stands in a block that it cannot close. */
final class ReviewPrompts {

    private static final Map<Role, PromptTemplate> TEMPLATES = new EnumMap<>(Map.of(
            Role.STORY_ALIGNMENT, PromptTemplate.load("reviewer/story-alignment@1"),
            Role.TEST_QUALITY, PromptTemplate.load("reviewer/test-quality@1"),
            Role.ARCHITECTURE, PromptTemplate.load("reviewer/architecture@1")));

    private ReviewPrompts() {}

    static Prompt of(Role role, Candidate candidate, Patch patch, @Nullable Proofs proofs) {
        Map<String, String> values = new HashMap<>();
        values.put("story", story(candidate.story()));
        values.put("files", files(patch));
        values.put("diff", Untrusted.block("diff", patch.diff()));
        if (role == Role.TEST_QUALITY) {
            values.put("evidence", Untrusted.block("evidence", evidence(Objects.requireNonNull(proofs))));
        }
        return Objects.requireNonNull(TEMPLATES.get(role)).render(values);
    }

    private static String story(@Nullable Story story) {
        if (story == null) {
            return "No story came with this change. Judge it by what it does.";
        }
        String criteria = story.acceptanceCriteria().stream().map(c -> "- " + c).collect(Collectors.joining("\n"));
        return Untrusted.block(
                "story",
                "Story: " + story.title() + "\n\n" + story.description().strip()
                        + (criteria.isEmpty() ? "" : "\n\nAcceptance criteria:\n" + criteria));
    }

    private static String files(Patch patch) {
        return Untrusted.block(
                "files", patch.files().stream().map(ReviewPrompts::file).collect(Collectors.joining("\n")));
    }

    private static String file(TouchedFile file) {
        return file.status() + " " + Untrusted.name(file.path()) + " +" + file.added() + " -" + file.removed()
                + (file.test() ? " (test)" : "");
    }

    private static String evidence(Proofs proofs) {
        return "Tests at the head: " + proofs.head().summary() + "\n"
                + (proofs.mergeResult() == null
                        ? ""
                        : "Tests at the merge result: " + proofs.mergeResult().summary() + "\n")
                + "Fail to pass (do the change's tests fail without the change): " + proof(proofs.failToPass())
                + "Pass to pass (do the earlier tests still pass): " + proof(proofs.passToPass())
                + tail(proofs.head());
    }

    private static String proof(MachineProof proof) {
        return proof.result() + ". " + proof.detail()
                + (proof.tests().isEmpty() ? "" : " Tests: " + String.join(", ", proof.tests())) + "\n";
    }

    private static String tail(TestRun head) {
        return head.outcome() == TestRun.Outcome.PASSED ? "" : "Last lines of the output:\n" + head.outputTail();
    }
}
