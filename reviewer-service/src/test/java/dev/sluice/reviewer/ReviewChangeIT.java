package dev.sluice.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.Finding;
import dev.sluice.events.ProofOutcome;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.TestOutcome;
import dev.sluice.events.Verdict;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.reviewer.adapter.kafka.Generated;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import dev.sluice.testing.scripted.Answer;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewChangeIT {

    private static final String PRAISE =
            "{\"verdict\":\"approve\",\"risk\":\"low\",\"summary\":\"Excellent.\",\"findings\":[]}";
    private static final String GREETS_BY_NAME = "def greeting(name):\n    return \"Hello \" + name\n";
    private static final String NAME_TEST = """
            import unittest
            from greeting import greeting

            class GreetingNameTest(unittest.TestCase):
                def test_names_the_person(self):
                    self.assertEqual("Hello Ada", greeting("Ada"))
            """;

    @TempDir
    Path directory;

    private final ScriptedModelServer model = ScriptedModelServer.start();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final RecordingEventPublisher publisher = new RecordingEventPublisher();
    private Upstream upstream;
    private Reviewers reviewers;

    @BeforeEach
    void start() {
        upstream = Upstream.withProject(directory);
        reviewers = new Reviewers(directory.resolve("workspace"), model.baseUrl(), journal, publisher);
        model.otherwise().answers(PRAISE);
    }

    @AfterEach
    void stop() {
        reviewers.close();
        model.close();
    }

    @Test
    void aGoodChangeIsApprovedInEveryRoleWithProofs() {
        CodeGenerated change = change(Map.of("greeting.py", GREETS_BY_NAME, "test_name.py", NAME_TEST));
        for (Role role : Role.values()) {
            ReviewCompleted review = reviewers.review(role, change);
            assertThat(review.getVerdict())
                    .as(role + ": " + review.getSummary())
                    .isEqualTo(Verdict.APPROVE);
            assertThat(review.getMergeTree()).isEqualTo(upstream.git("rev-parse", change.getHeadSha() + "^{tree}"));
        }
        ReviewCompleted tests = publisher.events(Topics.REVIEW_COMPLETED).get(Role.TEST_QUALITY.ordinal());
        assertThat(tests.getEvidence().getFailToPass().getOutcome()).isEqualTo(ProofOutcome.PROVEN);
        assertThat(tests.getEvidence().getPassToPass().getOutcome()).isEqualTo(ProofOutcome.PROVEN);
        assertThat(tests.getEvidence().getHead().getOutcome()).isEqualTo(TestOutcome.PASSED);
        assertThat(model.asked()).hasSize(3);
        assertThat(model.asked("test-quality").getFirst().text())
                .contains("Fail to pass")
                .contains("PROVEN");
    }

    @Test
    void praiseForTestsThatPassWithoutTheChangeIsOverruledWithTheirNames() {
        CodeGenerated change = change(Map.of(
                "greeting.py",
                GREETS_BY_NAME,
                "test_name.py",
                NAME_TEST.replace("assertEqual(\"Hello Ada\", greeting(\"Ada\"))", "assertTrue(greeting(\"Ada\"))")));
        ReviewCompleted review = reviewers.review(Role.TEST_QUALITY, change);
        assertThat(review.getVerdict()).isEqualTo(Verdict.REQUEST_CHANGES);
        assertThat(review.getEvidence().getFailToPass().getOutcome()).isEqualTo(ProofOutcome.REFUTED);
        assertThat(messages(review)).anyMatch(message -> message.contains("test_names_the_person"));
        assertThat(review.getModel()).isEqualTo("scripted/test-quality");
    }

    @Test
    void testsThatFailAtTheHeadBlock() {
        CodeGenerated change = change(Map.of("test_name.py", NAME_TEST));
        ReviewCompleted review = reviewers.review(Role.TEST_QUALITY, change);
        assertThat(review.getVerdict()).isEqualTo(Verdict.BLOCK);
        assertThat(messages(review).getFirst()).contains("1 of 2 tests failed");
    }

    @Test
    void testsThatWereWeakenedAreNoticed() {
        CodeGenerated change = change(Map.of("greeting.py", GREETS_BY_NAME, "test_greeting.py", NAME_TEST));
        ReviewCompleted review = reviewers.review(Role.TEST_QUALITY, change);
        assertThat(review.getVerdict()).isEqualTo(Verdict.REQUEST_CHANGES);
        assertThat(messages(review)).anyMatch(message -> message.contains("test_is_polite"));
    }

    @Test
    void aModelThatIsDownOrTalksNonsenseIsAnErrorAndNeverAnApproval() {
        CodeGenerated change = change(Map.of("greeting.py", GREETS_BY_NAME, "test_name.py", NAME_TEST));
        model.reset();
        model.forModel("story-alignment").answers(Answer.status(500));
        model.forModel("architecture").answers("Looks good to me!");
        model.forModel("test-quality").answers(Answer.never());
        for (Role role : List.of(Role.STORY_ALIGNMENT, Role.ARCHITECTURE, Role.TEST_QUALITY)) {
            ReviewCompleted review = reviewers.review(role, change);
            assertThat(review.getVerdict()).as(role.key()).isEqualTo(Verdict.ERROR);
            assertThat(review.getFailure()).isNotBlank();
        }
    }

    @Test
    void aRedeliveryPaysNothingAndRepeatsItsEvent() {
        CodeGenerated change = change(Map.of("greeting.py", GREETS_BY_NAME, "test_name.py", NAME_TEST));
        publisher.failNext(20);
        assertThatThrownBy(() -> reviewers.deliver(Role.TEST_QUALITY, change)).isInstanceOf(TransientFailure.class);
        publisher.failNext(0);
        reviewers.close();
        reviewers = new Reviewers(directory.resolve("next-process"), model.baseUrl(), journal, publisher);
        reviewers.deliver(Role.TEST_QUALITY, change);
        reviewers.deliver(Role.TEST_QUALITY, change);
        assertThat(model.asked()).hasSize(1);
        assertThat(publisher.events(Topics.REVIEW_COMPLETED)).hasSize(1);
    }

    @Test
    void aTestRunThatAnyServiceHasJournaledIsNotRepeated() {
        CodeGenerated change = change(Map.of("greeting.py", GREETS_BY_NAME, "test_name.py", NAME_TEST));
        ReviewCompleted first = reviewers.review(Role.TEST_QUALITY, change);
        change.setChangeId("another");
        ReviewCompleted second = reviewers.review(Role.TEST_QUALITY, change);
        assertThat(second.getEvidence().getHead().getDurationMillis())
                .isEqualTo(first.getEvidence().getHead().getDurationMillis());
    }

    @Test
    void policyBlocksForbiddenProtectedAndUnreadable() {
        upstream.commit("Policy", Map.of(".sluice/policy.yaml", "allowedPaths: [\"src/**\"]\n"));
        ReviewCompleted forbidden = reviewers.review(Role.POLICY, change(Map.of("ops/x.sh", "x\n")));
        assertThat(forbidden.getVerdict()).isEqualTo(Verdict.BLOCK);
        assertThat(messages(forbidden).getFirst()).contains("ops/x.sh").contains("allowedPaths");
        assertThat(forbidden.getPolicy().getContent()).contains("src/**");

        ReviewCompleted guarded =
                reviewers.review(Role.POLICY, change(Map.of(".sluice/policy.yaml", "autoMerge: true\n")));
        assertThat(guarded.getVerdict()).isEqualTo(Verdict.BLOCK);
        assertThat(guarded.getEvidence().getProtectedPaths()).containsExactly(".sluice/policy.yaml");

        upstream.commit("Policy", Map.of(".sluice/policy.yaml", "autoMerge: perhaps\n"));
        ReviewCompleted unreadable = reviewers.review(Role.POLICY, change(Map.of("src/a.py", "x = 1\n")));
        assertThat(unreadable.getVerdict()).isEqualTo(Verdict.BLOCK);
        assertThat(messages(unreadable)).anyMatch(message -> message.contains("autoMerge"));
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void policyCountsEarlierReleasesAndSeesOwners() {
        upstream.commit("One\n\nSluice-Story: r-0/a", Map.of(".github/CODEOWNERS", "*.py @ada\n"));
        upstream.commit("Two\n\nSluice-Story: r-0/b", Map.of("b.txt", "b\n"));
        ReviewCompleted review = reviewers.review(Role.POLICY, change(Map.of("src/a.py", "x = 1\n")));
        assertThat(review.getEvidence().getEarlierReleases()).isEqualTo(2);
        assertThat(review.getEvidence().getLayer()).isEqualTo(3);
        assertThat(review.getEvidence().getLayerReason()).contains("CODEOWNERS");
    }

    @Test
    void aChangeThatConflictsWithItsBaseIsBlocked() {
        CodeGenerated change = change(Map.of("greeting.py", GREETS_BY_NAME));
        change.setBaseSha(upstream.commit("Other", Map.of("greeting.py", "def greeting(name):\n    return \"Hi\"\n")));
        ReviewCompleted review = reviewers.review(Role.POLICY, change);
        assertThat(review.getVerdict()).isEqualTo(Verdict.BLOCK);
        assertThat(review.getMergeTree()).isNull();
        assertThat(messages(review).getFirst()).contains("conflicts").contains("greeting.py");
    }

    @Test
    void aRepositoryThatIsGoneIsAnErrorWithAdvice() {
        CodeGenerated change =
                Generated.event(directory.resolve("gone.git").toString(), "b".repeat(40), "a".repeat(40));
        ReviewCompleted review = reviewers.review(Role.ARCHITECTURE, change);
        assertThat(review.getVerdict()).isEqualTo(Verdict.ERROR);
        assertThat(review.getFailure()).contains("Check the address");
    }

    @Test
    void failuresOfTheDeveloperAreNotReviewed() {
        CodeGenerated failed = CodeGenerated.newBuilder(change(Map.of("a.py", "x = 1\n")))
                .setOutcome(CodeOutcome.TESTS_FAILED)
                .setHeadSha(null)
                .build();
        for (Role role : Role.values()) {
            reviewers.deliver(role, failed);
        }
        assertThat(publisher.published()).isEmpty();
    }

    private CodeGenerated change(Map<String, String> files) {
        String base = upstream.git("rev-parse", "main");
        upstream.checkout("main");
        String head = upstream.commitTo("change-" + files.hashCode(), "Change", files);
        upstream.checkout("main");
        return Generated.event(upstream.url(), base, head);
    }

    private static List<String> messages(ReviewCompleted review) {
        return review.getFindings().stream().map(Finding::getMessage).toList();
    }
}
