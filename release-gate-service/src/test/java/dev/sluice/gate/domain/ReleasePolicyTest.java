package dev.sluice.gate.domain;

import static dev.sluice.gate.domain.Cases.AT_THE_DEADLINE;
import static dev.sluice.gate.domain.Cases.BASE;
import static dev.sluice.gate.domain.Cases.HEAD;
import static dev.sluice.gate.domain.Cases.SOON;
import static dev.sluice.gate.domain.Cases.approvable;
import static dev.sluice.gate.domain.ReasonCode.*;
import static dev.sluice.gate.domain.Role.ARCHITECTURE;
import static dev.sluice.gate.domain.Role.POLICY;
import static dev.sluice.gate.domain.Role.STORY_ALIGNMENT;
import static dev.sluice.gate.domain.Role.TEST_QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.gate.domain.Decision.Approved;
import dev.sluice.gate.domain.Decision.Blocked;
import dev.sluice.gate.domain.Decision.Skipped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasePolicyTest {

    private static final String ELSEWHERE = "e".repeat(40);

    static Stream<Arguments> truthTable() {
        return Stream.of(
                        work(),
                        verdicts(),
                        tests(),
                        repository(),
                        people())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> work() {
        return Stream.of(
                row("the developer's tests fail", approvable().work(WorkResult.TESTS_FAILED), Blocked.class, TESTS_FAILED),
                row("no tests ran", approvable().work(WorkResult.NO_TESTS_RAN), Blocked.class, NO_TESTS_RAN),
                row("edits were refused", approvable().work(WorkResult.EDITS_REFUSED), Blocked.class, EDITS_REFUSED),
                row("the model failed", approvable().work(WorkResult.MODEL_FAILED), Blocked.class, MODEL_FAILED),
                row("the change conflicts", approvable().work(WorkResult.CONFLICT), Blocked.class, CONFLICT),
                row("the repository failed", approvable().work(WorkResult.REPOSITORY_FAILED), Blocked.class, REPOSITORY_FAILED),
                row("nothing changed", approvable().work(WorkResult.NOTHING_CHANGED), Blocked.class, NOTHING_CHANGED),
                row("an outcome of the future", approvable().work(WorkResult.UNKNOWN), Blocked.class, CHANGE_UNREADABLE),
                row("ready without a head", approvable().change(c -> head(c, null)), Blocked.class, CHANGE_UNREADABLE),
                row(
                        "ready, but its own run failed",
                        approvable().change(c -> tests(c, TestRun.Result.FAILED)),
                        Blocked.class,
                        TESTS_FAILED),
                row(
                        "ready, but its own build failed",
                        approvable().change(c -> tests(c, TestRun.Result.BUILD_FAILED)),
                        Blocked.class,
                        BUILD_FAILED));
    }

    private static Stream<Arguments> verdicts() {
        return Stream.of(
                row("all approve", approvable(), Approved.class, ALL_REQUIRED_APPROVED, TESTS_PROVE_THE_CHANGE),
                row("story alignment blocks", approvable().says(STORY_ALIGNMENT, Answer.BLOCK), Blocked.class, STORY_ALIGNMENT_BLOCKED),
                row("test quality blocks", approvable().says(TEST_QUALITY, Answer.BLOCK), Blocked.class, TEST_QUALITY_BLOCKED),
                row("architecture blocks", approvable().says(ARCHITECTURE, Answer.BLOCK), Blocked.class, ARCHITECTURE_BLOCKED),
                row("policy blocks", approvable().says(POLICY, Answer.BLOCK), Blocked.class, POLICY_BLOCKED),
                row(
                        "story alignment wants changes",
                        approvable().says(STORY_ALIGNMENT, Answer.REQUEST_CHANGES),
                        Skipped.class,
                        STORY_ALIGNMENT_CHANGES_REQUESTED),
                row("weak tests", approvable().says(TEST_QUALITY, Answer.REQUEST_CHANGES), Skipped.class, TEST_QUALITY_CHANGES_REQUESTED),
                row(
                        "architecture needs review",
                        approvable().says(ARCHITECTURE, Answer.REQUEST_CHANGES),
                        Skipped.class,
                        ARCHITECTURE_CHANGES_REQUESTED),
                row("policy wants changes", approvable().says(POLICY, Answer.REQUEST_CHANGES), Skipped.class, POLICY_CHANGES_REQUESTED),
                row("a reviewer failed", approvable().says(ARCHITECTURE, Answer.ERROR), Skipped.class, ARCHITECTURE_ERROR),
                row("an answer of the future", approvable().says(ARCHITECTURE, Answer.UNKNOWN), Skipped.class, ARCHITECTURE_ERROR),
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

    private static Stream<Arguments> tests() {
        return Stream.of(
                row("tests fail for the reviewer", head(TestRun.Result.FAILED), Blocked.class, TESTS_FAILED),
                row("the build fails for the reviewer", head(TestRun.Result.BUILD_FAILED), Blocked.class, BUILD_FAILED),
                row("no tests ran for the reviewer", head(TestRun.Result.NONE_RAN), Skipped.class, NO_TESTS_RAN),
                row("tests hang for the reviewer", head(TestRun.Result.TIMED_OUT), Skipped.class, TESTS_NOT_PASSED),
                row("tests cannot be run by the reviewer", head(TestRun.Result.ERROR), Skipped.class, TESTS_NOT_PASSED),
                row("the reviewer ran nothing", approvable().facts(TEST_QUALITY, f -> Cases.head(f, null)), Skipped.class, TESTS_NOT_RUN),
                row("the reviewer has no evidence", approvable().facts(TEST_QUALITY, f -> null), Skipped.class, TESTS_NOT_RUN),
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
                row("fail-to-pass broke", failToPass(Claim.Shown.FAILED_TO_RUN, true), Skipped.class, FAIL_TO_PASS_NOT_SHOWN),
                row("code without a test", failToPass(Claim.Shown.NOT_APPLICABLE, true), Skipped.class, NO_TEST_SHOWS_THE_CHANGE),
                row("only documentation", failToPass(Claim.Shown.NOT_APPLICABLE, false), Approved.class, ALL_REQUIRED_APPROVED),
                row("old tests break", passToPass(Claim.Shown.REFUTED), Skipped.class, OLD_TESTS_BROKEN),
                row("old tests could not run", passToPass(Claim.Shown.FAILED_TO_RUN), Skipped.class, PASS_TO_PASS_NOT_SHOWN),
                row("no sandbox where the policy wants one", unisolated().policy(p -> policy(p, true, 3, 3, true)), Skipped.class, TESTS_NOT_ISOLATED));
    }

    private static Stream<Arguments> repository() {
        return Stream.of(
                row("auto-merge off", approvable().policy(p -> policy(p, false, 3, 3, false)), Skipped.class, AUTO_MERGE_OFF),
                row("first use", released(2), Skipped.class, FIRST_USE),
                row("nobody counted", released(null), Skipped.class, FIRST_USE),
                row("first use allowed", released(null).policy(p -> policy(p, true, 0, 3, false)), Approved.class, ALL_REQUIRED_APPROVED, TESTS_PROVE_THE_CHANGE),
                row("four files", touches(4), Skipped.class, TOO_MANY_FILES),
                row("four files where ten are allowed", touches(4).policy(p -> policy(p, true, 3, 10, false)), Approved.class, ALL_REQUIRED_APPROVED, TESTS_PROVE_THE_CHANGE),
                row(
                        "a protected path, although policy approves",
                        approvable().facts(POLICY, f -> Cases.files(f, 1, 1, List.of(".github/workflows/ci.yml"), 3)),
                        Blocked.class,
                        PROTECTED_PATH),
                row("no list of files", approvable().facts(POLICY, f -> null), Skipped.class, FACTS_MISSING, HUMAN_MISSING),
                row(
                        "malformed policy",
                        approvable().policy(p -> PolicyInForce.strictest("cafe", BASE, "line 1: not a mapping")),
                        Skipped.class,
                        POLICY_UNREADABLE),
                row("no policy sent", approvable().policy(p -> null), Skipped.class, POLICY_UNREADABLE),
                row("policy of another commit", approvable().policy(p -> from(p, ELSEWHERE)), Skipped.class, POLICY_UNREADABLE));
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
                        approvable().layer(2).and(Cases.person("noa", Answer.BLOCK)).and(Cases.person("noa", Answer.APPROVE)),
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

    static Stream<Arguments> missing() {
        return Stream.of(
                row("story alignment", approvable().without(STORY_ALIGNMENT), Skipped.class, STORY_ALIGNMENT_MISSING),
                row("test quality", approvable().without(TEST_QUALITY), Skipped.class, TEST_QUALITY_MISSING),
                row("architecture", approvable().without(ARCHITECTURE), Skipped.class, ARCHITECTURE_MISSING),
                row("policy", approvable().without(POLICY), Skipped.class, POLICY_MISSING, HUMAN_MISSING),
                row("a verdict about another head", approvable().about(ARCHITECTURE, BASE, ELSEWHERE), Skipped.class, ARCHITECTURE_MISSING),
                row("a verdict about another base", approvable().about(ARCHITECTURE, ELSEWHERE, HEAD), Skipped.class, ARCHITECTURE_MISSING),
                row("a person in an automatic role", posing(ARCHITECTURE, true), Skipped.class, ARCHITECTURE_MISSING),
                row("an agent as a person", posing(Role.HUMAN, false).layer(2), Skipped.class, HUMAN_MISSING),
                row("nobody in layer 2", approvable().layer(2), Skipped.class, HUMAN_MISSING),
                row("nobody in layer 3", approvable().layer(3), Skipped.class, HUMAN_MISSING),
                row("a layer out of range", approvable().layer(9), Skipped.class, HUMAN_MISSING),
                row("the requester alone in layer 2", approvable().layer(2).and(Cases.person("mia", Answer.APPROVE)), Skipped.class, HUMAN_MISSING),
                row(
                        "the author alone in layer 2",
                        approvable().change(c -> author(c, "noa")).layer(2).and(Cases.person("Noa", Answer.APPROVE)),
                        Skipped.class,
                        HUMAN_MISSING),
                row(
                        "one missing, one blocking",
                        approvable().without(STORY_ALIGNMENT).says(ARCHITECTURE, Answer.BLOCK),
                        Blocked.class,
                        ARCHITECTURE_BLOCKED,
                        STORY_ALIGNMENT_MISSING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missing")
    void waitsForWhatIsMissingAndNamesItAtTheDeadline(
            String name, Cases release, Class<? extends Decision> outcome, List<ReasonCode> codes) {
        assertThat(ReleasePolicy.decide(release.build(), AT_THE_DEADLINE.minusMillis(1))).isEmpty();

        Decision decision = ReleasePolicy.decide(release.build(), AT_THE_DEADLINE).orElseThrow();
        assertThat(decision).isInstanceOf(outcome);
        assertThat(decision.reasons()).extracting(DecisionReason::code).containsExactlyElementsOf(codes);
    }

    @Test
    void neverDecidesAboutAChangeItHasNotSeen() {
        ReleaseCase release = ReleaseCase.open("c1", Cases.OPENED).with(Cases.verdict(POLICY, Answer.APPROVE));

        assertThat(ReleasePolicy.decide(release, AT_THE_DEADLINE.plusSeconds(86_400))).isEmpty();
    }

    @Test
    void warnsOfUnisolatedTests() {
        Decision decision = ReleasePolicy.decide(unisolated().build(), SOON).orElseThrow();

        assertThat(decision).isInstanceOf(Approved.class);
        assertThat(decision.warnings()).extracting(DecisionReason::code).containsExactly(TESTS_NOT_ISOLATED);
    }

    @Test
    void saysWhichVerdictDidNotCount() {
        Decision decision = ReleasePolicy.decide(approvable().about(ARCHITECTURE, BASE, ELSEWHERE).build(), AT_THE_DEADLINE)
                .orElseThrow();

        assertThat(decision.warnings()).singleElement().satisfies(w -> {
            assertThat(w.code()).isEqualTo(VERDICT_FOR_OTHER_COMMITS);
            assertThat(w.message()).contains(ELSEWHERE);
        });
    }

    @Test
    void restsOnTheVerdictsThatCounted() {
        Basis basis = ReleasePolicy.decide(
                        approvable().layer(2).and(Cases.person("noa", Answer.APPROVE)).build(), SOON)
                .orElseThrow()
                .basis();

        assertThat(basis.layer()).isEqualTo(2);
        assertThat(basis.required()).containsExactly(STORY_ALIGNMENT, TEST_QUALITY, ARCHITECTURE, POLICY, Role.HUMAN);
        assertThat(basis.received()).hasSize(5);
        assertThat(basis.mergeTree()).isEqualTo(Cases.TREE);
        assertThat(basis.policyHash()).isEqualTo("cafe");
        assertThat(basis.deadline()).isEqualTo(AT_THE_DEADLINE);
    }

    @Test
    void waitsAsLongAsThePolicySays() {
        ReleaseCase release = approvable()
                .without(ARCHITECTURE)
                .policy(p -> new PolicyInForce(p.hash(), BASE, true, 3, 3, Duration.ofMinutes(5), false, false, null))
                .build();

        assertThat(release.deadline()).isEqualTo(Cases.OPENED.plus(Duration.ofMinutes(5)));
    }

    private static Arguments row(String name, Cases release, Class<? extends Decision> outcome, ReasonCode... codes) {
        return arguments(name, release, outcome, List.of(codes));
    }

    private static Cases head(TestRun.Result result) {
        return approvable().facts(TEST_QUALITY, f -> Cases.head(f, run(result)));
    }

    private static Cases failToPass(Claim.Shown shown, boolean production) {
        return approvable()
                .facts(TEST_QUALITY, f -> Cases.claims(f, new Claim(shown, "ran 2 tests"), f.passToPass(), production));
    }

    private static Cases passToPass(Claim.Shown shown) {
        return approvable().facts(TEST_QUALITY, f -> Cases.claims(f, f.failToPass(), new Claim(shown, ""), true));
    }

    private static Cases unisolated() {
        return approvable()
                .facts(TEST_QUALITY, f -> Cases.head(f, new TestRun(TestRun.Result.PASSED, false, "3 passed")));
    }

    private static Cases released(@Nullable Integer earlier) {
        return approvable()
                .facts(POLICY, f -> Cases.files(f, 2, 1, List.of(), earlier))
                .facts(TEST_QUALITY, f -> Cases.files(f, 2, 1, List.of(), null));
    }

    private static Cases touches(int files) {
        return approvable().facts(POLICY, f -> Cases.files(f, files, 1, List.of(), 3));
    }

    private static Cases posing(Role role, boolean person) {
        RoleVerdict v = Cases.verdict(role, Answer.APPROVE);
        return approvable()
                .without(role)
                .and(new RoleVerdict(
                        "posed", role, v.answer(), "eve", person, BASE, HEAD, v.mergeTree(), "", v.facts(), v.policy()));
    }

    private static TestRun run(TestRun.Result result) {
        return new TestRun(result, true, "1 of 3 failed");
    }

    private static PolicyInForce policy(PolicyInForce p, boolean autoMerge, int first, int files, boolean sandbox) {
        return new PolicyInForce(
                p.hash(), p.sourceSha(), autoMerge, first, files, p.verdictDeadline(), sandbox, false, null);
    }

    private static PolicyInForce from(PolicyInForce p, String sha) {
        return new PolicyInForce(
                p.hash(), sha, p.autoMerge(), p.firstRuns(), p.maxFiles(), p.verdictDeadline(), false, false, null);
    }

    private static Change head(Change c, @Nullable String head) {
        return new Change(
                c.changeId(), c.storyId(), c.requirementId(), c.origin(), c.repository(), c.baseBranch(), c.result(),
                c.baseSha(), head, c.branch(), c.requestedBy(), c.author(), c.tests(), c.failure());
    }

    private static Change tests(Change c, TestRun.Result result) {
        return new Change(
                c.changeId(), c.storyId(), c.requirementId(), c.origin(), c.repository(), c.baseBranch(), c.result(),
                c.baseSha(), c.headSha(), c.branch(), c.requestedBy(), c.author(), run(result), c.failure());
    }

    private static Change author(Change c, String author) {
        return new Change(
                c.changeId(), c.storyId(), c.requirementId(), c.origin(), c.repository(), c.baseBranch(), c.result(),
                c.baseSha(), c.headSha(), c.branch(), c.requestedBy(), author, c.tests(), c.failure());
    }
}
