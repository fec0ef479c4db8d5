package dev.sluice.gate.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.CodeOutcome;
import dev.sluice.events.Reason;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Verdict;
import dev.sluice.events.VerdictRef;
import dev.sluice.messaging.EventIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTopologyTest {

    private final GateDriver gate = new GateDriver();

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void isTheTopologyThatWasReviewed() throws IOException {
        try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("/topology.txt"))) {
            assertThat(GateTopology.build(gate.streams, GateSettings.USUAL, url -> false)
                            .describe())
                    .hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void decidesWhenTheLastVerdictIsIn() {
        gate.send(Events.change("c1"));
        Events.verdicts("c1").limit(3).forEach(gate::send);
        assertThat(gate.decisions()).isEmpty();

        gate.send(Events.verdict("c1", ReviewRole.POLICY));

        assertThat(gate.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getOutcome()).isEqualTo(ReleaseOutcome.APPROVED);
            assertThat(decision.getHeadSha()).isEqualTo(Events.HEAD);
            assertThat(decision.getBaseSha()).isEqualTo(Events.BASE);
            assertThat(decision.getMergeTree()).isEqualTo(Events.TREE);
            assertThat(decision.getBranch()).isEqualTo("sluice/c1");
            assertThat(decision.getReasons()).isNotEmpty();
            assertThat(decision.getReceivedVerdicts())
                    .extracting(VerdictRef::getRole)
                    .hasSize(4);
            assertThat(decision.getDeadline()).isEqualTo(Events.AT.plus(Duration.ofMinutes(30)));
        });
    }

    @Test
    void keepsVerdictsThatComeBeforeTheirChange() {
        Events.verdicts("c1").forEach(gate::send);
        assertThat(gate.decisions()).isEmpty();

        gate.send(Events.change("c1"));

        assertThat(gate.decisions()).extracting(ReleaseDecided::getOutcome).containsExactly(ReleaseOutcome.APPROVED);
    }

    @Test
    void decidesOnceWhateverIsRepeatedOrComesLate() {
        gate.send(Events.change("c1")).send(Events.change("c1"));
        Events.verdicts("c1").forEach(v -> gate.send(v).send(v));

        gate.send(Events.change("c1"));
        gate.send(Events.verdict("c1", ReviewRole.ARCHITECTURE, Verdict.BLOCK, Events.BASE, Events.HEAD, Events.TREE));
        gate.pass(Duration.ofHours(1));

        assertThat(gate.decisions()).hasSize(1);
    }

    @Test
    void blocksAtOnceWhatHasNoHead() {
        gate.send(Events.failed("c1", CodeOutcome.EDITS_REFUSED, "a/../../etc/passwd is outside the tree"));

        assertThat(gate.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getOutcome()).isEqualTo(ReleaseOutcome.BLOCKED);
            assertThat(decision.getReasons()).singleElement().satisfies(reason -> {
                assertThat(reason.getCode()).isEqualTo("EDITS_REFUSED");
                assertThat(reason.getMessage()).isEqualTo("a/../../etc/passwd is outside the tree");
            });
        });
    }

    @Test
    void givesAReasonEvenWhereTheProducerGaveABlankOne() {
        gate.send(Events.failed("c1", CodeOutcome.MODEL_FAILED, "  "));

        assertThat(gate.decisions().getFirst().getReasons())
                .extracting(Reason::getMessage)
                .doesNotContain("");
    }

    @Test
    void namesTheMissingVerdictAtTheDeadline() {
        gate.send(Events.change("c1"));
        Events.verdicts("c1").limit(2).forEach(gate::send);

        gate.pass(Duration.ofMinutes(29));
        assertThat(gate.decisions()).isEmpty();
        gate.pass(Duration.ofMinutes(1));

        assertThat(gate.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getOutcome()).isEqualTo(ReleaseOutcome.SKIPPED);
            assertThat(decision.getReasons())
                    .extracting(Reason::getCode)
                    .contains("ARCHITECTURE_MISSING", "POLICY_MISSING");
        });
        gate.pass(Duration.ofHours(1));
        assertThat(gate.decisions()).isEmpty();
    }

    @Test
    void waitsOnlyAsLongAsThePolicySays() {
        ReviewCompleted policy = Events.verdict("c1", ReviewRole.POLICY);
        policy.setPolicy(Events.policy("verdictDeadlineMinutes: 2\n", Events.BASE));
        gate.send(Events.change("c1")).send(policy);

        gate.pass(Duration.ofMinutes(2));

        assertThat(gate.decisions()).hasSize(1);
    }

    @Test
    void waitsAsLongAsThePolicySaysWhenThatIsMore() {
        ReviewCompleted policy = Events.verdict("c1", ReviewRole.POLICY);
        policy.setPolicy(Events.policy("verdictDeadlineMinutes: 60\n", Events.BASE));
        gate.send(Events.change("c1")).send(policy);

        gate.pass(Duration.ofMinutes(59));
        assertThat(gate.decisions()).isEmpty();
        gate.pass(Duration.ofMinutes(1));

        assertThat(gate.decisions()).hasSize(1);
    }

    @Test
    void waitsForAPersonInLayerTwo() {
        gate.send(Events.change("c1"));
        Events.verdicts("c1").forEach(verdict -> {
            if (verdict.getRole() == ReviewRole.POLICY) {
                verdict.setEvidence(Events.evidence(2));
            }
            gate.send(verdict);
        });
        assertThat(gate.decisions()).isEmpty();

        gate.send(Events.verdict("c1", ReviewRole.HUMAN));

        assertThat(gate.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getOutcome()).isEqualTo(ReleaseOutcome.APPROVED);
            assertThat(decision.getLayer()).isEqualTo(2);
            assertThat(decision.getRequiredVerdicts()).contains(ReviewRole.HUMAN);
        });
    }

    @Test
    void letsNoDeadlinePassWhileTheRepositoryIsHeld() {
        gate.send(Events.change("c1"));
        gate.held.add("/repos/a.git");
        gate.pass(Duration.ofMinutes(31));
        assertThat(gate.decisions()).isEmpty();

        gate.held.clear();
        gate.pass(Duration.ofMinutes(28));
        assertThat(gate.decisions()).isEmpty();
        gate.pass(Duration.ofMinutes(3));

        assertThat(gate.decisions()).hasSize(1);
    }

    @Test
    void letsNoDeadlinePassWhileItStillReadsWhatCameWhileItWasDown() {
        ReviewCompleted policy = Events.verdict("c1", ReviewRole.POLICY);
        policy.setPolicy(Events.policy("verdictDeadlineMinutes: 1\n", Events.BASE));
        gate.send(Events.change("c1")).send(policy);
        gate.pass(Duration.ofSeconds(55));
        gate.send("c2", Events.verdict("c2", ReviewRole.POLICY), gate.now().minusSeconds(600));

        gate.pass(Duration.ofSeconds(14));
        assertThat(gate.decisions()).isEmpty();
        gate.pass(Duration.ofSeconds(1));

        assertThat(gate.decisions()).hasSize(1);
    }

    @Test
    void remembersDecidedChangesForAWhileAndThenForgetsThem() {
        gate.send(Events.failed("c1", CodeOutcome.CONFLICT, null));
        gate.send(Events.change("c2"));
        gate.send(Events.verdict("never-comes", ReviewRole.POLICY));
        gate.pass(Duration.ofHours(1));
        assertThat(gate.cases()).isEqualTo(3);

        gate.pass(Duration.ofDays(6));
        assertThat(gate.cases()).isEqualTo(3);
        gate.pass(Duration.ofDays(2));

        assertThat(gate.cases()).isZero();
        assertThat(gate.decisions()).hasSize(2);
    }

    @Test
    void keepsManyDeadlinesApart() {
        for (int i = 0; i < 2_000; i++) {
            gate.send(Events.change("c" + i));
            if (i % 500 == 0) {
                gate.pass(Duration.ofMinutes(5));
            }
        }
        gate.pass(Duration.ofMinutes(31));
        gate.pass(Duration.ofSeconds(5));

        assertThat(gate.decisions())
                .extracting(ReleaseDecided::getChangeId)
                .hasSize(2_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void ignoresAnEventUnderAForeignKey() {
        gate.send(Events.change("c1"));
        Events.verdicts("c1").limit(3).forEach(gate::send);

        gate.send("c2", Events.verdict("c1", ReviewRole.POLICY), gate.now());
        gate.send(null, Events.verdict("c1", ReviewRole.POLICY), gate.now());

        assertThat(gate.decisions()).isEmpty();
        assertThat(gate.cases()).isEqualTo(1);
    }

    @Test
    void derivesTheEnvelopeFromTheChangeWhateverCompletesTheCase() {
        gate.send(Events.change("c1"));
        gate.pass(Duration.ofMinutes(31));
        TestRecord<String, ReleaseDecided> atTheDeadline = gate.decision();

        assertThat(atTheDeadline.key()).isEqualTo("c1");
        assertThat(header(atTheDeadline.headers(), "ce_id"))
                .isEqualTo(EventIdentity.derive("id-of-c1", "release-decided"));
        assertThat(header(atTheDeadline.headers(), "ce_causationid")).isEqualTo("id-of-c1");
        assertThat(header(atTheDeadline.headers(), "ce_correlationid")).isEqualTo("r1");
        assertThat(header(atTheDeadline.headers(), "traceparent")).startsWith(GateDriver.TRACE.substring(0, 35));
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
