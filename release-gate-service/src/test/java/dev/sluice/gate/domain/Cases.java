package dev.sluice.gate.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A case that would be approved, and the ways in which tests spoil it. */
public final class Cases {

    public static final Instant OPENED = Instant.parse("2026-11-20T12:00:00Z");
    public static final Instant SOON = OPENED.plusSeconds(60);
    public static final Instant AT_THE_DEADLINE = OPENED.plus(Duration.ofMinutes(30));
    public static final String BASE = "b".repeat(40);
    public static final String HEAD = "a".repeat(40);
    public static final String TREE = "7".repeat(40);
    public static final TestRun PASSED = new TestRun(TestRun.Result.PASSED, true, "3 passed");
    public static final PolicyInForce POLICY =
            new PolicyInForce("cafe", BASE, true, 3, 3, Duration.ofMinutes(30), false, false, null);
    public static final Facts FACTS = new Facts(
            new Claim(Claim.Shown.PROVEN, "2 new tests fail on the base"),
            new Claim(Claim.Shown.PROVEN, ""),
            PASSED,
            PASSED,
            2,
            true,
            1,
            "",
            List.of(),
            3);

    private Change change = change(WorkResult.READY, null);
    private final Map<Role, RoleVerdict> verdicts = new EnumMap<>(Role.class);
    private final List<RoleVerdict> more = new ArrayList<>();

    private Cases() {
        Role.AUTOMATIC.forEach(role -> verdicts.put(role, verdict(role, Answer.APPROVE)));
    }

    public static Cases approvable() {
        return new Cases();
    }

    public static Change change(WorkResult result, @Nullable String failure) {
        boolean ready = result == WorkResult.READY;
        return new Change(
                "c1",
                "r1/S1",
                "r1",
                Origin.STORY,
                "/repos/a.git",
                "main",
                result,
                BASE,
                ready ? HEAD : null,
                ready ? "sluice/r1/S1" : null,
                "mia",
                null,
                ready ? PASSED : null,
                failure);
    }

    public static RoleVerdict verdict(Role role, Answer answer) {
        boolean facts = role == Role.TEST_QUALITY || role == Role.POLICY;
        return new RoleVerdict(
                "review-" + role,
                role,
                answer,
                role.name().toLowerCase(java.util.Locale.ROOT),
                role == Role.HUMAN,
                BASE,
                HEAD,
                TREE,
                "because",
                facts ? FACTS : null,
                role == Role.POLICY ? POLICY : null);
    }

    public static RoleVerdict person(String name, Answer answer) {
        return new RoleVerdict(
                "review-of-" + name + "-" + answer,
                Role.HUMAN,
                answer,
                name,
                true,
                BASE,
                HEAD,
                null,
                "I looked",
                null,
                null);
    }

    Cases work(WorkResult result) {
        change = change(result, null);
        return this;
    }

    Cases change(UnaryOperator<Change> edit) {
        change = edit.apply(change);
        return this;
    }

    Cases says(Role role, Answer answer) {
        RoleVerdict v = given(role);
        verdicts.put(role, copy(v, answer, v.baseSha(), v.headSha(), v.mergeTree(), v.facts(), v.policy()));
        return this;
    }

    Cases without(Role role) {
        verdicts.remove(role);
        return this;
    }

    Cases about(Role role, String base, String head) {
        RoleVerdict v = given(role);
        verdicts.put(role, copy(v, v.answer(), base, head, v.mergeTree(), v.facts(), v.policy()));
        return this;
    }

    Cases tree(Role role, @Nullable String tree) {
        RoleVerdict v = given(role);
        verdicts.put(role, copy(v, v.answer(), v.baseSha(), v.headSha(), tree, v.facts(), v.policy()));
        return this;
    }

    Cases facts(Role role, UnaryOperator<@Nullable Facts> edit) {
        RoleVerdict v = given(role);
        verdicts.put(
                role, copy(v, v.answer(), v.baseSha(), v.headSha(), v.mergeTree(), edit.apply(v.facts()), v.policy()));
        return this;
    }

    Cases policy(UnaryOperator<@Nullable PolicyInForce> edit) {
        RoleVerdict v = given(Role.POLICY);
        verdicts.put(
                Role.POLICY,
                copy(v, v.answer(), v.baseSha(), v.headSha(), v.mergeTree(), v.facts(), edit.apply(v.policy())));
        return this;
    }

    Cases layer(int layer) {
        return facts(Role.POLICY, f -> files(f, f.files(), layer, f.protectedPaths(), f.earlierReleases()));
    }

    Cases and(RoleVerdict verdict) {
        more.add(verdict);
        return this;
    }

    public ReleaseCase build() {
        ReleaseCase release = ReleaseCase.open("c1", OPENED).with(change, OPENED);
        for (RoleVerdict verdict : verdicts.values()) {
            release = release.with(verdict);
        }
        for (RoleVerdict verdict : more) {
            release = release.with(verdict);
        }
        return release;
    }

    static Facts head(Facts f, @Nullable TestRun head) {
        return new Facts(
                f.failToPass(),
                f.passToPass(),
                head,
                f.mergeResult(),
                f.files(),
                f.production(),
                f.layer(),
                f.layerReason(),
                f.protectedPaths(),
                f.earlierReleases());
    }

    static Facts claims(Facts f, @Nullable Claim failToPass, @Nullable Claim passToPass, boolean production) {
        return new Facts(
                failToPass,
                passToPass,
                f.head(),
                f.mergeResult(),
                f.files(),
                production,
                f.layer(),
                f.layerReason(),
                f.protectedPaths(),
                f.earlierReleases());
    }

    static Facts merge(Facts f, @Nullable TestRun mergeResult) {
        return new Facts(
                f.failToPass(),
                f.passToPass(),
                f.head(),
                mergeResult,
                f.files(),
                f.production(),
                f.layer(),
                f.layerReason(),
                f.protectedPaths(),
                f.earlierReleases());
    }

    static Facts files(Facts f, int files, int layer, List<String> protectedPaths, @Nullable Integer earlier) {
        return new Facts(
                f.failToPass(),
                f.passToPass(),
                f.head(),
                f.mergeResult(),
                files,
                f.production(),
                layer,
                "touches a public interface",
                protectedPaths,
                earlier);
    }

    private RoleVerdict given(Role role) {
        return Objects.requireNonNull(verdicts.get(role));
    }

    private static RoleVerdict copy(
            RoleVerdict v,
            Answer answer,
            String base,
            String head,
            @Nullable String tree,
            @Nullable Facts facts,
            @Nullable PolicyInForce policy) {
        return new RoleVerdict(
                v.reviewId(), v.role(), answer, v.reviewer(), v.person(), base, head, tree, v.summary(), facts, policy);
    }
}
