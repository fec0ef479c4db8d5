package dev.sluice.gate.domain;

import static dev.sluice.gate.domain.Cases.BASE;
import static dev.sluice.gate.domain.Cases.SOON;
import static dev.sluice.gate.domain.Cases.approvable;
import static dev.sluice.gate.domain.ReasonCode.ALL_REQUIRED_APPROVED;
import static dev.sluice.gate.domain.ReasonCode.ARCHITECTURE_BLOCKED;
import static dev.sluice.gate.domain.ReasonCode.BUILD_FAILED;
import static dev.sluice.gate.domain.ReasonCode.FAIL_TO_PASS_NOT_SHOWN;
import static dev.sluice.gate.domain.ReasonCode.HUMAN_BLOCKED;
import static dev.sluice.gate.domain.ReasonCode.HUMAN_CHANGES_REQUESTED;
import static dev.sluice.gate.domain.ReasonCode.HUMAN_MISSING;
import static dev.sluice.gate.domain.ReasonCode.NO_TESTS_RAN;
import static dev.sluice.gate.domain.ReasonCode.NO_TEST_SHOWS_THE_CHANGE;
import static dev.sluice.gate.domain.ReasonCode.OLD_TESTS_BROKEN;
import static dev.sluice.gate.domain.ReasonCode.PASS_TO_PASS_NOT_SHOWN;
import static dev.sluice.gate.domain.ReasonCode.TESTS_FAILED;
import static dev.sluice.gate.domain.ReasonCode.TESTS_NOT_ISOLATED;
import static dev.sluice.gate.domain.ReasonCode.TESTS_NOT_PASSED;
import static dev.sluice.gate.domain.ReasonCode.TESTS_NOT_RUN;
import static dev.sluice.gate.domain.ReasonCode.TESTS_PASS_WITHOUT_CHANGE;
import static dev.sluice.gate.domain.ReasonCode.TESTS_PROVE_THE_CHANGE;
import static dev.sluice.gate.domain.Role.ARCHITECTURE;
import static dev.sluice.gate.domain.Role.TEST_QUALITY;
import static dev.sluice.gate.domain.Spoilt.asking;
import static dev.sluice.gate.domain.Spoilt.failToPass;
import static dev.sluice.gate.domain.Spoilt.headRun;
import static dev.sluice.gate.domain.Spoilt.passToPass;
import static dev.sluice.gate.domain.Spoilt.row;
import static dev.sluice.gate.domain.Spoilt.run;
import static dev.sluice.gate.domain.Spoilt.unisolated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.domain.Decision.Approved;
import dev.sluice.gate.domain.Decision.Blocked;
import dev.sluice.gate.domain.Decision.Skipped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceTableTest {

    static Stream<Arguments> truthTable() {
        return Stream.concat(tests(), people());
    }

    private static Stream<Arguments> tests() {
        return Stream.of(
                row("tests fail for the reviewer", headRun(TestRun.Result.FAILED), Blocked.class, TESTS_FAILED),
                row(
                        "the build fails for the reviewer",
                        headRun(TestRun.Result.BUILD_FAILED),
                        Blocked.class,
                        BUILD_FAILED),
                row("no tests ran for the reviewer", headRun(TestRun.Result.NONE_RAN), Skipped.class, NO_TESTS_RAN),
                row("tests hang for the reviewer", headRun(TestRun.Result.TIMED_OUT), Skipped.class, TESTS_NOT_PASSED),
                row(
                        "tests cannot be run by the reviewer",
                        headRun(TestRun.Result.ERROR),
                        Skipped.class,
                        TESTS_NOT_PASSED),
                row(
                        "the reviewer ran nothing",
                        approvable().facts(TEST_QUALITY, f -> Cases.head(f, null)),
                        Skipped.class,
                        TESTS_NOT_RUN),
                row(
                        "the reviewer has no evidence",
                        approvable().facts(TEST_QUALITY, f -> null),
                        Skipped.class,
                        TESTS_NOT_RUN),
                row(
                        "the merge result fails",
                        approvable().facts(TEST_QUALITY, f -> Cases.merge(f, run(TestRun.Result.FAILED))),
                        Blocked.class,
                        TESTS_FAILED),
                row(
                        "tests pass without the change, and every model praises it",
                        failToPass(Claim.Shown.REFUTED, true),
                        Skipped.class,
                        TESTS_PASS_WITHOUT_CHANGE),
                row(
                        "fail-to-pass broke",
                        failToPass(Claim.Shown.FAILED_TO_RUN, true),
                        Skipped.class,
                        FAIL_TO_PASS_NOT_SHOWN),
                row(
                        "code without a test",
                        failToPass(Claim.Shown.NOT_APPLICABLE, true),
                        Skipped.class,
                        NO_TEST_SHOWS_THE_CHANGE),
                row(
                        "only documentation",
                        failToPass(Claim.Shown.NOT_APPLICABLE, false),
                        Approved.class,
                        ALL_REQUIRED_APPROVED),
                row("old tests break", passToPass(Claim.Shown.REFUTED), Skipped.class, OLD_TESTS_BROKEN),
                row(
                        "old tests could not run",
                        passToPass(Claim.Shown.FAILED_TO_RUN),
                        Skipped.class,
                        PASS_TO_PASS_NOT_SHOWN),
                row(
                        "no sandbox where the policy wants one",
                        unisolated().policy(p -> asking(p, true, 3, 3, true)),
                        Skipped.class,
                        TESTS_NOT_ISOLATED));
    }

    private static Stream<Arguments> people() {
        return Stream.of(
                row(
                        "a person approves layer 2",
                        approvable().layer(2).and(Cases.person("noa", Answer.APPROVE)),
                        Approved.class,
                        ALL_REQUIRED_APPROVED,
                        TESTS_PROVE_THE_CHANGE),
                row(
                        "a person approves layer 3",
                        approvable().layer(3).and(Cases.person("noa", Answer.APPROVE)),
                        Approved.class,
                        ALL_REQUIRED_APPROVED,
                        TESTS_PROVE_THE_CHANGE),
                row(
                        "a person blocks layer 1",
                        approvable().and(Cases.person("noa", Answer.BLOCK)),
                        Blocked.class,
                        HUMAN_BLOCKED),
                row(
                        "a person wants changes in layer 2",
                        approvable().layer(2).and(Cases.person("noa", Answer.REQUEST_CHANGES)),
                        Skipped.class,
                        HUMAN_CHANGES_REQUESTED,
                        HUMAN_MISSING),
                row(
                        "a person changes their mind",
                        approvable()
                                .layer(2)
                                .and(Cases.person("noa", Answer.BLOCK))
                                .and(Cases.person("noa", Answer.APPROVE)),
                        Approved.class,
                        ALL_REQUIRED_APPROVED,
                        TESTS_PROVE_THE_CHANGE),
                row(
                        "layer 2 that a machine blocks does not wait for a person",
                        approvable().layer(2).says(ARCHITECTURE, Answer.BLOCK),
                        Blocked.class,
                        ARCHITECTURE_BLOCKED,
                        HUMAN_MISSING),
                row(
                        "the requester approves where the policy allows it",
                        approvable()
                                .layer(2)
                                .policy(p -> new PolicyInForce(
                                        p.hash(), BASE, true, 3, 3, Duration.ofMinutes(30), false, true, null))
                                .and(Cases.person("mia", Answer.APPROVE)),
                        Approved.class,
                        ALL_REQUIRED_APPROVED,
                        TESTS_PROVE_THE_CHANGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("truthTable")
    void decidesByTheTruthTable(String name, Cases release, Class<? extends Decision> outcome, List<ReasonCode> codes) {
        Decision decision = ReleasePolicy.decide(release.build(), SOON).orElseThrow();

        assertThat(decision).isInstanceOf(outcome);
        assertThat(decision.reasons()).extracting(DecisionReason::code).containsExactlyElementsOf(codes);
        assertThat(decision.reasons()).allSatisfy(r -> assertThat(r.message()).isNotBlank());
    }
}
