package dev.sluice.gate.domain;

import static dev.sluice.gate.domain.Cases.AT_THE_DEADLINE;
import static dev.sluice.gate.domain.Cases.BASE;
import static dev.sluice.gate.domain.Cases.HEAD;
import static dev.sluice.gate.domain.Cases.SOON;
import static dev.sluice.gate.domain.Cases.approvable;
import static dev.sluice.gate.domain.ReasonCode.ARCHITECTURE_BLOCKED;
import static dev.sluice.gate.domain.ReasonCode.ARCHITECTURE_MISSING;
import static dev.sluice.gate.domain.ReasonCode.HUMAN_MISSING;
import static dev.sluice.gate.domain.ReasonCode.POLICY_MISSING;
import static dev.sluice.gate.domain.ReasonCode.STORY_ALIGNMENT_MISSING;
import static dev.sluice.gate.domain.ReasonCode.TESTS_NOT_ISOLATED;
import static dev.sluice.gate.domain.ReasonCode.TEST_QUALITY_MISSING;
import static dev.sluice.gate.domain.ReasonCode.VERDICT_FOR_OTHER_COMMITS;
import static dev.sluice.gate.domain.Role.ARCHITECTURE;
import static dev.sluice.gate.domain.Role.POLICY;
import static dev.sluice.gate.domain.Role.STORY_ALIGNMENT;
import static dev.sluice.gate.domain.Role.TEST_QUALITY;
import static dev.sluice.gate.domain.Spoilt.ELSEWHERE;
import static dev.sluice.gate.domain.Spoilt.posing;
import static dev.sluice.gate.domain.Spoilt.row;
import static dev.sluice.gate.domain.Spoilt.unisolated;
import static dev.sluice.gate.domain.Spoilt.withAuthor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.domain.Decision.Approved;
import dev.sluice.gate.domain.Decision.Blocked;
import dev.sluice.gate.domain.Decision.Skipped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasePolicyTest {

    static Stream<Arguments> missing() {
        return Stream.of(
                row("story alignment", approvable().without(STORY_ALIGNMENT), Skipped.class, STORY_ALIGNMENT_MISSING),
                row("test quality", approvable().without(TEST_QUALITY), Skipped.class, TEST_QUALITY_MISSING),
                row("architecture", approvable().without(ARCHITECTURE), Skipped.class, ARCHITECTURE_MISSING),
                row("policy", approvable().without(POLICY), Skipped.class, POLICY_MISSING, HUMAN_MISSING),
                row(
                        "a verdict about another head",
                        approvable().about(ARCHITECTURE, BASE, ELSEWHERE),
                        Skipped.class,
                        ARCHITECTURE_MISSING),
                row(
                        "a verdict about another base",
                        approvable().about(ARCHITECTURE, ELSEWHERE, HEAD),
                        Skipped.class,
                        ARCHITECTURE_MISSING),
                row("a person in an automatic role", posing(ARCHITECTURE, true), Skipped.class, ARCHITECTURE_MISSING),
                row("an agent as a person", posing(Role.HUMAN, false).layer(2), Skipped.class, HUMAN_MISSING),
                row("nobody in layer 2", approvable().layer(2), Skipped.class, HUMAN_MISSING),
                row("nobody in layer 3", approvable().layer(3), Skipped.class, HUMAN_MISSING),
                row("a layer out of range", approvable().layer(9), Skipped.class, HUMAN_MISSING),
                row(
                        "the requester alone in layer 2",
                        approvable().layer(2).and(Cases.person("mia", Answer.APPROVE)),
                        Skipped.class,
                        HUMAN_MISSING),
                row(
                        "the author alone in layer 2",
                        approvable()
                                .change(c -> withAuthor(c, "noa"))
                                .layer(2)
                                .and(Cases.person("Noa", Answer.APPROVE)),
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
        assertThat(ReleasePolicy.decide(release.build(), AT_THE_DEADLINE.minusMillis(1)))
                .isEmpty();

        Decision decision =
                ReleasePolicy.decide(release.build(), AT_THE_DEADLINE).orElseThrow();
        assertThat(decision).isInstanceOf(outcome);
        assertThat(decision.reasons()).extracting(DecisionReason::code).containsExactlyElementsOf(codes);
    }

    @Test
    void neverDecidesAboutAChangeItHasNotSeen() {
        ReleaseCase release = ReleaseCase.open("c1", Cases.OPENED).with(Cases.verdict(POLICY, Answer.APPROVE));

        assertThat(ReleasePolicy.decide(release, AT_THE_DEADLINE.plusSeconds(86_400)))
                .isEmpty();
    }

    @Test
    void warnsOfUnisolatedTests() {
        Decision decision = ReleasePolicy.decide(unisolated().build(), SOON).orElseThrow();

        assertThat(decision).isInstanceOf(Approved.class);
        assertThat(decision.warnings()).extracting(DecisionReason::code).containsExactly(TESTS_NOT_ISOLATED);
    }

    @Test
    void saysWhichVerdictDidNotCount() {
        Decision decision = ReleasePolicy.decide(
                        approvable().about(ARCHITECTURE, BASE, ELSEWHERE).build(), AT_THE_DEADLINE)
                .orElseThrow();

        assertThat(decision.warnings()).singleElement().satisfies(w -> {
            assertThat(w.code()).isEqualTo(VERDICT_FOR_OTHER_COMMITS);
            assertThat(w.message()).contains(ELSEWHERE);
        });
    }

    @Test
    void restsOnTheVerdictsThatCounted() {
        Basis basis = ReleasePolicy.decide(
                        approvable()
                                .layer(2)
                                .and(Cases.person("noa", Answer.APPROVE))
                                .build(),
                        SOON)
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
}
