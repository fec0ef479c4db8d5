package dev.sluice.gate.domain;

import static dev.sluice.gate.domain.Cases.BASE;
import static dev.sluice.gate.domain.Cases.SOON;
import static dev.sluice.gate.domain.Cases.approvable;
import static dev.sluice.gate.domain.ReasonCode.ALL_REQUIRED_APPROVED;
import static dev.sluice.gate.domain.ReasonCode.ARCHITECTURE_BLOCKED;
import static dev.sluice.gate.domain.ReasonCode.ARCHITECTURE_CHANGES_REQUESTED;
import static dev.sluice.gate.domain.ReasonCode.ARCHITECTURE_ERROR;
import static dev.sluice.gate.domain.ReasonCode.AUTO_MERGE_OFF;
import static dev.sluice.gate.domain.ReasonCode.BUILD_FAILED;
import static dev.sluice.gate.domain.ReasonCode.CHANGE_UNREADABLE;
import static dev.sluice.gate.domain.ReasonCode.CONFLICT;
import static dev.sluice.gate.domain.ReasonCode.EDITS_REFUSED;
import static dev.sluice.gate.domain.ReasonCode.FACTS_MISSING;
import static dev.sluice.gate.domain.ReasonCode.FIRST_USE;
import static dev.sluice.gate.domain.ReasonCode.HUMAN_MISSING;
import static dev.sluice.gate.domain.ReasonCode.MERGE_RESULT_DISPUTED;
import static dev.sluice.gate.domain.ReasonCode.MODEL_FAILED;
import static dev.sluice.gate.domain.ReasonCode.NOTHING_CHANGED;
import static dev.sluice.gate.domain.ReasonCode.NO_TESTS_RAN;
import static dev.sluice.gate.domain.ReasonCode.POLICY_BLOCKED;
import static dev.sluice.gate.domain.ReasonCode.POLICY_CHANGES_REQUESTED;
import static dev.sluice.gate.domain.ReasonCode.POLICY_UNREADABLE;
import static dev.sluice.gate.domain.ReasonCode.PROTECTED_PATH;
import static dev.sluice.gate.domain.ReasonCode.REPOSITORY_FAILED;
import static dev.sluice.gate.domain.ReasonCode.STORY_ALIGNMENT_BLOCKED;
import static dev.sluice.gate.domain.ReasonCode.STORY_ALIGNMENT_CHANGES_REQUESTED;
import static dev.sluice.gate.domain.ReasonCode.TESTS_FAILED;
import static dev.sluice.gate.domain.ReasonCode.TESTS_PROVE_THE_CHANGE;
import static dev.sluice.gate.domain.ReasonCode.TEST_QUALITY_BLOCKED;
import static dev.sluice.gate.domain.ReasonCode.TEST_QUALITY_CHANGES_REQUESTED;
import static dev.sluice.gate.domain.ReasonCode.TOO_MANY_FILES;
import static dev.sluice.gate.domain.Role.ARCHITECTURE;
import static dev.sluice.gate.domain.Role.POLICY;
import static dev.sluice.gate.domain.Role.STORY_ALIGNMENT;
import static dev.sluice.gate.domain.Role.TEST_QUALITY;
import static dev.sluice.gate.domain.Spoilt.ELSEWHERE;
import static dev.sluice.gate.domain.Spoilt.asking;
import static dev.sluice.gate.domain.Spoilt.from;
import static dev.sluice.gate.domain.Spoilt.released;
import static dev.sluice.gate.domain.Spoilt.row;
import static dev.sluice.gate.domain.Spoilt.touches;
import static dev.sluice.gate.domain.Spoilt.withHead;
import static dev.sluice.gate.domain.Spoilt.withTests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.domain.Decision.Approved;
import dev.sluice.gate.domain.Decision.Blocked;
import dev.sluice.gate.domain.Decision.Skipped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TruthTableTest {

    static Stream<Arguments> truthTable() {
        return Stream.of(work(), verdicts(), repository()).flatMap(rows -> rows);
    }

    private static Stream<Arguments> work() {
        return Stream.of(
                row(
                        "the developer's tests fail",
                        approvable().work(WorkResult.TESTS_FAILED),
                        Blocked.class,
                        TESTS_FAILED),
                row("no tests ran", approvable().work(WorkResult.NO_TESTS_RAN), Blocked.class, NO_TESTS_RAN),
                row("edits were refused", approvable().work(WorkResult.EDITS_REFUSED), Blocked.class, EDITS_REFUSED),
                row("the model failed", approvable().work(WorkResult.MODEL_FAILED), Blocked.class, MODEL_FAILED),
                row("the change conflicts", approvable().work(WorkResult.CONFLICT), Blocked.class, CONFLICT),
                row(
                        "the repository failed",
                        approvable().work(WorkResult.REPOSITORY_FAILED),
                        Blocked.class,
                        REPOSITORY_FAILED),
                row("nothing changed", approvable().work(WorkResult.NOTHING_CHANGED), Blocked.class, NOTHING_CHANGED),
                row(
                        "an outcome of the future",
                        approvable().work(WorkResult.UNKNOWN),
                        Blocked.class,
                        CHANGE_UNREADABLE),
                row(
                        "ready without a head",
                        approvable().change(c -> withHead(c, null)),
                        Blocked.class,
                        CHANGE_UNREADABLE),
                row(
                        "ready, but its own run failed",
                        approvable().change(c -> withTests(c, TestRun.Result.FAILED)),
                        Blocked.class,
                        TESTS_FAILED),
                row(
                        "ready, but its own build failed",
                        approvable().change(c -> withTests(c, TestRun.Result.BUILD_FAILED)),
                        Blocked.class,
                        BUILD_FAILED));
    }

    private static Stream<Arguments> verdicts() {
        return Stream.of(
                row("all approve", approvable(), Approved.class, ALL_REQUIRED_APPROVED, TESTS_PROVE_THE_CHANGE),
                row(
                        "story alignment blocks",
                        approvable().says(STORY_ALIGNMENT, Answer.BLOCK),
                        Blocked.class,
                        STORY_ALIGNMENT_BLOCKED),
                row(
                        "test quality blocks",
                        approvable().says(TEST_QUALITY, Answer.BLOCK),
                        Blocked.class,
                        TEST_QUALITY_BLOCKED),
                row(
                        "architecture blocks",
                        approvable().says(ARCHITECTURE, Answer.BLOCK),
                        Blocked.class,
                        ARCHITECTURE_BLOCKED),
                row("policy blocks", approvable().says(POLICY, Answer.BLOCK), Blocked.class, POLICY_BLOCKED),
                row(
                        "story alignment wants changes",
                        approvable().says(STORY_ALIGNMENT, Answer.REQUEST_CHANGES),
                        Skipped.class,
                        STORY_ALIGNMENT_CHANGES_REQUESTED),
                row(
                        "weak tests",
                        approvable().says(TEST_QUALITY, Answer.REQUEST_CHANGES),
                        Skipped.class,
                        TEST_QUALITY_CHANGES_REQUESTED),
                row(
                        "architecture needs review",
                        approvable().says(ARCHITECTURE, Answer.REQUEST_CHANGES),
                        Skipped.class,
                        ARCHITECTURE_CHANGES_REQUESTED),
                row(
                        "policy wants changes",
                        approvable().says(POLICY, Answer.REQUEST_CHANGES),
                        Skipped.class,
                        POLICY_CHANGES_REQUESTED),
                row(
                        "a reviewer failed",
                        approvable().says(ARCHITECTURE, Answer.ERROR),
                        Skipped.class,
                        ARCHITECTURE_ERROR),
                row(
                        "an answer of the future",
                        approvable().says(ARCHITECTURE, Answer.UNKNOWN),
                        Skipped.class,
                        ARCHITECTURE_ERROR),
                row(
                        "one blocks, one wants changes: both reasons",
                        approvable().says(ARCHITECTURE, Answer.BLOCK).says(STORY_ALIGNMENT, Answer.REQUEST_CHANGES),
                        Blocked.class,
                        ARCHITECTURE_BLOCKED,
                        STORY_ALIGNMENT_CHANGES_REQUESTED),
                row(
                        "different merge results",
                        approvable().tree(ARCHITECTURE, ELSEWHERE),
                        Skipped.class,
                        MERGE_RESULT_DISPUTED));
    }

    private static Stream<Arguments> repository() {
        return Stream.of(
                row(
                        "auto-merge off",
                        approvable().policy(p -> asking(p, false, 3, 3, false)),
                        Skipped.class,
                        AUTO_MERGE_OFF),
                row("first use", released(2), Skipped.class, FIRST_USE),
                row("nobody counted", released(null), Skipped.class, FIRST_USE),
                row(
                        "first use allowed",
                        released(null).policy(p -> asking(p, true, 0, 3, false)),
                        Approved.class,
                        ALL_REQUIRED_APPROVED,
                        TESTS_PROVE_THE_CHANGE),
                row("four files", touches(4), Skipped.class, TOO_MANY_FILES),
                row(
                        "four files where ten are allowed",
                        touches(4).policy(p -> asking(p, true, 3, 10, false)),
                        Approved.class,
                        ALL_REQUIRED_APPROVED,
                        TESTS_PROVE_THE_CHANGE),
                row(
                        "a protected path, although policy approves",
                        approvable().facts(POLICY, f -> Cases.files(f, 1, 1, List.of(".github/workflows/ci.yml"), 3)),
                        Blocked.class,
                        PROTECTED_PATH),
                row(
                        "no list of files",
                        approvable().facts(POLICY, f -> null),
                        Skipped.class,
                        FACTS_MISSING,
                        HUMAN_MISSING),
                row(
                        "malformed policy",
                        approvable().policy(p -> PolicyInForce.strictest("cafe", BASE, "line 1: not a mapping")),
                        Skipped.class,
                        POLICY_UNREADABLE),
                row("no policy sent", approvable().policy(p -> null), Skipped.class, POLICY_UNREADABLE),
                row(
                        "policy of another commit",
                        approvable().policy(p -> from(p, ELSEWHERE)),
                        Skipped.class,
                        POLICY_UNREADABLE));
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
