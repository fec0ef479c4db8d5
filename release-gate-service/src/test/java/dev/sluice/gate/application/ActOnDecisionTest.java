package dev.sluice.gate.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.gate.application.CommitStatus.State;
import dev.sluice.gate.application.DecidedChange.Outcome;
import dev.sluice.gate.domain.Answer;
import dev.sluice.gate.domain.Origin;
import dev.sluice.gate.domain.ReasonCode;
import dev.sluice.gate.domain.Role;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.testing.fakes.InMemoryJournal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActOnDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Delivery DELIVERY = new Delivery("event-1", "r1", "c1", NOW, null);
    private static final String HEAD = "a".repeat(40);
    private static final String TREE = "7".repeat(40);

    private final InMemoryForge forge = new InMemoryForge();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<Landing> announced = new ArrayList<>();
    private final ActOnDecision act = new ActOnDecision(
            forge, (change, landing, decision) -> announced.add(landing), journal, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void ordersTheMergeOfWhatWasEvaluated() {
        act.act(change(Outcome.APPROVED, HEAD, ReasonCode.ALL_REQUIRED_APPROVED), DELIVERY);

        assertThat(forge.orders).singleElement().satisfies(order -> {
            assertThat(order.headSha()).isEqualTo(HEAD);
            assertThat(order.baseSha()).isEqualTo("b".repeat(40));
            assertThat(order.evaluatedTree()).isEqualTo(TREE);
        });
        assertThat(announced)
                .containsExactly(new Landing(Landing.Kind.MERGED, "m".repeat(40), TREE, null, "Merged.", NOW));
    }

    @Test
    void mergesNothingThatIsNotApproved() {
        act.act(change(Outcome.SKIPPED, HEAD, ReasonCode.AUTO_MERGE_OFF), DELIVERY);
        act.act(change(Outcome.BLOCKED, HEAD, ReasonCode.ARCHITECTURE_BLOCKED), DELIVERY);
        act.act(change(Outcome.BLOCKED, null, ReasonCode.EDITS_REFUSED), DELIVERY);

        assertThat(forge.orders).isEmpty();
        assertThat(announced).isEmpty();
        assertThat(forge.shown).containsOnlyKeys(HEAD);
    }

    @Test
    void announcesTheFirstAnswerOnARepeatWhateverTheForgeWouldSayNow() {
        forge.answer = new MergeAnswer.BaseChanged("c".repeat(40));
        act.act(change(Outcome.APPROVED, HEAD, ReasonCode.ALL_REQUIRED_APPROVED), DELIVERY);
        forge.answer = new MergeAnswer.Merged("m".repeat(40), TREE);

        act.act(change(Outcome.APPROVED, HEAD, ReasonCode.ALL_REQUIRED_APPROVED), DELIVERY);

        assertThat(announced)
                .extracting(Landing::kind)
                .containsExactly(Landing.Kind.BASE_CHANGED, Landing.Kind.BASE_CHANGED);
        assertThat(announced.getFirst().currentBase()).isEqualTo("c".repeat(40));
    }

    @Test
    void saysWhyAMergeWasRefused() {
        forge.answer = new MergeAnswer.Conflict(List.of("src/A.java"));

        act.act(change(Outcome.APPROVED, HEAD, ReasonCode.ALL_REQUIRED_APPROVED), DELIVERY);

        assertThat(announced).singleElement().satisfies(landing -> {
            assertThat(landing.kind()).isEqualTo(Landing.Kind.CONFLICT);
            assertThat(landing.detail()).contains("src/A.java");
        });
    }

    @Test
    void announcesNothingWhileTheJournalIsAway() {
        journal.away(true);

        assertThatThrownBy(() -> act.act(change(Outcome.APPROVED, HEAD, ReasonCode.ALL_REQUIRED_APPROVED), DELIVERY))
                .isInstanceOf(TransientFailure.class);
        assertThat(announced).isEmpty();
    }

    @Test
    void showsOneStatusForTheTestsEachRoleAndTheGate() {
        act.act(change(Outcome.SKIPPED, HEAD, ReasonCode.TESTS_PASS_WITHOUT_CHANGE), DELIVERY);

        assertThat(forge.shown.get(HEAD))
                .extracting(CommitStatus::context, CommitStatus::state)
                .containsExactly(
                        tuple("sluice/tests", State.FAILURE),
                        tuple("sluice/story-alignment", State.SUCCESS),
                        tuple("sluice/test-quality", State.SUCCESS),
                        tuple("sluice/architecture", State.ERROR),
                        tuple("sluice/policy", State.FAILURE),
                        tuple("sluice/release-gate", State.PENDING));
    }

    @Test
    void keepsAStatusToOneShortLine() {
        CommitStatus status = new CommitStatus("sluice/tests", State.FAILURE, "a\n\tb " + "x".repeat(500));

        assertThat(status.description()).hasSize(140).startsWith("a b x").endsWith("…");
    }

    private static DecidedChange change(Outcome outcome, @Nullable String head, ReasonCode code) {
        return new DecidedChange(
                "c1",
                "r1/S1",
                "r1",
                Origin.STORY,
                "/repos/a.git",
                "main",
                outcome,
                List.of(new DecidedChange.Reason(code, "Because.")),
                Map.of(
                        Role.STORY_ALIGNMENT, Answer.APPROVE,
                        Role.TEST_QUALITY, Answer.APPROVE,
                        Role.POLICY, Answer.BLOCK),
                "b".repeat(40),
                head,
                head == null ? null : TREE,
                head == null ? null : "sluice/r1/S1",
                NOW);
    }
}
