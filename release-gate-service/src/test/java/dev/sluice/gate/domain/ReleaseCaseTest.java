package dev.sluice.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleaseCaseTest {

    private static final ReleaseCase COMPLETE = Cases.approvable().build();

    @Test
    void isTheSameAfterARepeatedVerdict() {
        assertThat(COMPLETE.with(COMPLETE.verdicts().getFirst())).isSameAs(COMPLETE);
    }

    @Test
    void isTheSameAfterASecondVerdictOfAnAutomaticRole() {
        RoleVerdict first = COMPLETE.verdicts().getFirst();
        RoleVerdict second = new RoleVerdict(
                "again", first.role(), Answer.BLOCK, "other", false, Cases.BASE, Cases.HEAD, null, "", null, null);

        assertThat(COMPLETE.with(second)).isSameAs(COMPLETE);
    }

    @Test
    void isTheSameAfterARepeatedChange() {
        assertThat(COMPLETE.with(Cases.change(WorkResult.TESTS_FAILED, "other"), Cases.SOON))
                .isSameAs(COMPLETE);
    }

    @Test
    void countsItsDeadlineFromTheChangeAndNotFromAnEarlyVerdict() {
        ReleaseCase early = ReleaseCase.open("c1", Cases.OPENED).with(Cases.verdict(Role.ARCHITECTURE, Answer.APPROVE));

        ReleaseCase complete = early.with(Cases.change(WorkResult.READY, null), Cases.SOON);

        assertThat(complete.deadline()).isEqualTo(Cases.SOON.plus(PolicyInForce.USUAL_DEADLINE));
        assertThat(complete.verdicts()).hasSize(1);
    }

    @Test
    void doesNotGrowWithoutEnd() {
        ReleaseCase flooded = IntStream.range(0, 1_000)
                .mapToObj(i -> stray("review-" + i))
                .reduce(ReleaseCase.open("c1", Cases.OPENED), ReleaseCase::with, (a, b) -> b);

        assertThat(flooded.verdicts()).hasSize(ReleaseCase.MOST_VERDICTS);
    }

    @Test
    void dropsStrayVerdictsWhenItLearnsWhatTheChangeIs() {
        ReleaseCase flooded = IntStream.range(0, 60)
                .mapToObj(i -> stray("review-" + i))
                .reduce(ReleaseCase.open("c1", Cases.OPENED), ReleaseCase::with, (a, b) -> b)
                .with(Cases.verdict(Role.ARCHITECTURE, Answer.APPROVE));

        ReleaseCase known = flooded.with(Cases.change(WorkResult.READY, null), Cases.SOON);

        assertThat(known.verdicts()).hasSize(5).extracting(RoleVerdict::role).contains(Role.ARCHITECTURE);
        assertThat(known.with(stray("one more"))).isSameAs(known);
    }

    private static RoleVerdict stray(String reviewId) {
        return new RoleVerdict(reviewId, Role.POLICY, Answer.APPROVE, "eve", false, "x", "y", null, "", null, null);
    }
}
