package dev.sluice.gate.domain;

import static dev.sluice.gate.domain.Cases.BASE;
import static dev.sluice.gate.domain.Cases.HEAD;
import static dev.sluice.gate.domain.Cases.approvable;
import static dev.sluice.gate.domain.Role.POLICY;
import static dev.sluice.gate.domain.Role.TEST_QUALITY;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Cases that something is wrong with, for rows of a table. */
final class Spoilt {

    static final String ELSEWHERE = "e".repeat(40);

    private Spoilt() {}

    static Arguments row(String name, Cases release, Class<? extends Decision> outcome, ReasonCode... codes) {
        return arguments(name, release, outcome, List.of(codes));
    }

    static Cases headRun(TestRun.Result result) {
        return approvable().facts(TEST_QUALITY, f -> Cases.head(f, run(result)));
    }

    static Cases failToPass(Claim.Shown shown, boolean production) {
        return approvable()
                .facts(TEST_QUALITY, f -> Cases.claims(f, new Claim(shown, "ran 2 tests"), f.passToPass(), production));
    }

    static Cases passToPass(Claim.Shown shown) {
        return approvable().facts(TEST_QUALITY, f -> Cases.claims(f, f.failToPass(), new Claim(shown, ""), true));
    }

    static Cases unisolated() {
        return approvable()
                .facts(TEST_QUALITY, f -> Cases.head(f, new TestRun(TestRun.Result.PASSED, false, "3 passed")));
    }

    static Cases released(@Nullable Integer earlier) {
        return approvable()
                .facts(POLICY, f -> Cases.files(f, 2, 1, List.of(), earlier))
                .facts(TEST_QUALITY, f -> Cases.files(f, 2, 1, List.of(), null));
    }

    static Cases touches(int files) {
        return approvable().facts(POLICY, f -> Cases.files(f, files, 1, List.of(), 3));
    }

    static Cases posing(Role role, boolean person) {
        RoleVerdict v = Cases.verdict(role, Answer.APPROVE);
        return approvable()
                .without(role)
                .and(new RoleVerdict(
                        "posed",
                        role,
                        v.answer(),
                        "eve",
                        person,
                        BASE,
                        HEAD,
                        v.mergeTree(),
                        "",
                        v.facts(),
                        v.policy()));
    }

    static TestRun run(TestRun.Result result) {
        return new TestRun(result, true, "1 of 3 failed");
    }

    static PolicyInForce asking(PolicyInForce p, boolean autoMerge, int first, int files, boolean sandbox) {
        return new PolicyInForce(
                p.hash(), p.sourceSha(), autoMerge, first, files, p.verdictDeadline(), sandbox, false, null);
    }

    static PolicyInForce from(PolicyInForce p, String sha) {
        return new PolicyInForce(
                p.hash(), sha, p.autoMerge(), p.firstRuns(), p.maxFiles(), p.verdictDeadline(), false, false, null);
    }

    static Change withHead(Change c, @Nullable String head) {
        return new Change(
                c.changeId(),
                c.storyId(),
                c.requirementId(),
                c.origin(),
                c.repository(),
                c.baseBranch(),
                c.result(),
                c.baseSha(),
                head,
                c.branch(),
                c.requestedBy(),
                c.author(),
                c.tests(),
                c.failure());
    }

    static Change withTests(Change c, TestRun.Result result) {
        return new Change(
                c.changeId(),
                c.storyId(),
                c.requirementId(),
                c.origin(),
                c.repository(),
                c.baseBranch(),
                c.result(),
                c.baseSha(),
                c.headSha(),
                c.branch(),
                c.requestedBy(),
                c.author(),
                run(result),
                c.failure());
    }

    static Change withAuthor(Change c, String author) {
        return new Change(
                c.changeId(),
                c.storyId(),
                c.requirementId(),
                c.origin(),
                c.repository(),
                c.baseBranch(),
                c.result(),
                c.baseSha(),
                c.headSha(),
                c.branch(),
                c.requestedBy(),
                author,
                c.tests(),
                c.failure());
    }
}
