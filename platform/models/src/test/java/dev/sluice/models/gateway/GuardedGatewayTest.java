package dev.sluice.models.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.events.CallStatus;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.gateway.GatewayFixture.Word;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderFailure.Kind;
import dev.sluice.models.provider.Question.Speaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardedGatewayTest {

    private static final String GOOD = "{\"word\":\"yes\"}";

    private final ScriptedProvider main = new ScriptedProvider();
    private final ScriptedProvider spare = new ScriptedProvider();
    private final GatewayFixture fixture =
            new GatewayFixture().provider("main", main).provider("spare", spare).routes("main/big");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void answersWithTheValueTheTextAndTheModel() {
        main.reply(GOOD);

        assertThat(fixture.ask()).isEqualTo(new ModelReply.Answered<>(new Word("yes"), GOOD, "main/big"));
        assertThat(main.asked).singleElement().satisfies(question -> {
            assertThat(question.model()).isEqualTo("big");
            assertThat(question.system()).isEqualTo("You write code.");
        });
    }

    @Test
    void sendsWhateverFollowsTheFirstSlashAsModel() {
        main.reply(GOOD);

        fixture.routes("main/org/model:7b").ask();

        assertThat(main.asked.getFirst().model()).isEqualTo("org/model:7b");
    }

    @Test
    void aRedeliveredEventPaysNothingAndReadsTheReplyAgain() {
        main.reply(GOOD).fail(Kind.REJECTED);
        ModelReply<Word> first = fixture.ask();

        fixture.restart();

        assertThat(fixture.ask()).isEqualTo(first);
        assertThat(main.asked).hasSize(1);
        assertThat(fixture.traces())
                .extracting(t -> t.getStatus())
                .containsExactly(CallStatus.SUCCEEDED, CallStatus.CACHED);
        assertThat(fixture.traces())
                .extracting(t -> t.getTraceId())
                .containsOnly(fixture.traces().getFirst().getTraceId());
    }

    @Test
    void aTraceThatWasLostInACrashIsToldWithTheSameFigures() {
        main.reply(GOOD);
        fixture.ask();
        fixture.restart();
        fixture.publisher.clear();

        fixture.ask();

        assertThat(fixture.traces()).singleElement().satisfies(trace -> {
            assertThat(trace.getStatus()).isEqualTo(CallStatus.CACHED);
            assertThat(trace.getInputTokens()).isEqualTo(10);
            assertThat(trace.getRequestedModel()).isEqualTo("big");
        });
    }

    @Test
    void oneRoundPutsAnUnreadableReplyRight() {
        main.reply("{\"word\":\"\"}").reply(GOOD);

        assertThat(fixture.ask()).isInstanceOf(ModelReply.Answered.class);
        var turns = main.asked.get(1).turns();
        assertThat(turns).extracting(t -> t.speaker()).containsExactly(Speaker.USER, Speaker.MODEL, Speaker.USER);
        assertThat(turns.get(1).text()).isEqualTo("{\"word\":\"\"}");
        assertThat(turns.get(2).text()).contains("\"word\" must not be empty");
    }

    @Test
    void aSecondUnreadableReplyIsInvalidAndCarriesItsText() {
        main.reply("no").reply("still no");

        assertThat(fixture.ask()).isInstanceOfSatisfying(ModelReply.Invalid.class, invalid -> {
            assertThat(invalid.text()).isEqualTo("still no");
            assertThat(invalid.model()).isEqualTo("main/big");
            assertThat(invalid.reason()).contains("no JSON object");
        });
        assertThat(fixture.traces())
                .extracting(t -> t.getStatus())
                .containsExactly(CallStatus.INVALID, CallStatus.INVALID);
    }

    @Test
    void aRedeliveryBetweenTheRoundsPaysTheFirstOnceOnly() {
        main.reply("no").fail(new ProviderFailure(Kind.REJECTED, "down")).reply(GOOD);
        assertThat(fixture.ask()).isInstanceOf(ModelReply.Invalid.class);

        fixture.restart();

        assertThat(fixture.ask()).isInstanceOf(ModelReply.Answered.class);
        assertThat(main.asked).hasSize(3);
        assertThat(main.asked.get(2).turns()).hasSize(3);
    }

    @Test
    void aReaderThatStumblesIsTheRepliesFault() {
        main.reply("x");
        ModelRequest<Word> request = fixture.request("e-1");

        ModelReply<Word> reply = fixture.complete(new ModelRequest<>(
                request.role(),
                "e-1",
                "s",
                "S-1",
                request.prompt(),
                text -> {
                    throw new IllegalStateException("stumbled");
                },
                Map.of()));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        ModelReply.Invalid.class, i -> assertThat(i.reason()).contains("stumbled"));
    }

    @Test
    void failsOverAndSaysWhy() {
        main.fail(Kind.TIMED_OUT);
        spare.reply(GOOD);

        assertThat(fixture.routes("main/big", "spare/small").ask())
                .isInstanceOfSatisfying(
                        ModelReply.Answered.class, a -> assertThat(a.model()).isEqualTo("spare/small"));
        assertThat(main.asked).as("a silent route is not asked again").hasSize(1);
        assertThat(fixture.traces()).singleElement().satisfies(trace -> {
            assertThat(trace.getFallbackUsed()).isTrue();
            assertThat(trace.getFallbackReason()).contains("main/big", "TIMED_OUT");
            assertThat(trace.getAttempts()).extracting(a -> a.getOutcome()).containsExactly("TIMED_OUT", "SUCCEEDED");
        });
    }

    @Test
    void skipsAPausedProvider() {
        spare.reply(GOOD);
        fixture.control.pause("provider:main");

        assertThat(fixture.routes("main/big", "spare/small").ask()).isInstanceOf(ModelReply.Answered.class);
        assertThat(main.asked).isEmpty();
    }

    @Test
    void refusesWhileEveryProviderOrEverythingIsPaused() {
        fixture.control.pause("provider:main");
        assertThat(fixture.ask("e-1")).isInstanceOf(ModelReply.Refused.class);
        fixture.control.resume("provider:main").pause("all");
        assertThat(fixture.ask("e-2"))
                .isInstanceOfSatisfying(
                        ModelReply.Refused.class,
                        refused -> assertThat(refused.advice()).contains("sluice resume all"));
        assertThat(fixture.traces()).extracting(t -> t.getStatus()).containsOnly(CallStatus.REFUSED);
        assertThat(main.asked).isEmpty();
    }

    @Test
    void aMissingRouteSaysWhatToSet() {
        assertThat(fixture.routes().ask())
                .isInstanceOfSatisfying(
                        ModelReply.Unavailable.class,
                        away -> assertThat(away.advice())
                                .contains("sluice.models.routes.developer", "SLUICE_MODELS_ROUTES_DEVELOPER"));
    }

    @Test
    void aRepairGoesWhereTheDevelopersWorkWent() {
        main.reply(GOOD);
        ModelRequest<Word> request = fixture.request("e-1");

        assertThat(fixture.complete(new ModelRequest<>(
                        ModelRole.REPAIR, "e-1", "s", "S-1", request.prompt(), request.reader(), Map.of())))
                .isInstanceOf(ModelReply.Answered.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyFailureIsAnOutcomeWithAdvice(Kind kind) {
        main.fail(new ProviderFailure(kind, "bad configured-api-key"));

        assertThat(fixture.guarding(Duration.ofSeconds(1), 1).ask())
                .isInstanceOfSatisfying(ModelReply.Unavailable.class, away -> {
                    assertThat(away.reason()).contains("main/big").doesNotContain("configured-api-key");
                    assertThat(away.advice()).isNotBlank();
                });
    }

    @Test
    void aReplyCutOffAtTheTokenLimitIsInvalid() {
        main.fail(new ProviderFailure(Kind.CUT_OFF, "cut off", null, "{\"wo", null));

        assertThat(fixture.ask())
                .isInstanceOfSatisfying(
                        ModelReply.Invalid.class,
                        invalid -> assertThat(invalid.text()).isEqualTo("{\"wo"));
    }

    @Test
    void anUnauthorisedAnswerOpensTheBreakerAtOnce() {
        main.fail(Kind.UNAUTHORISED);

        fixture.ask("e-1");

        assertThat(fixture.guards.breakers().circuitBreaker("main/big").getState())
                .isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(fixture.ask("e-2")).isInstanceOf(ModelReply.Unavailable.class);
        assertThat(main.asked).hasSize(1);
    }

    @Test
    void whileTheJournalIsAwayNothingIsPaid() {
        main.reply(GOOD);
        fixture.journal.away(true);

        assertThatThrownBy(fixture::ask).isInstanceOf(TransientFailure.class);
        assertThat(main.asked).isEmpty();
    }

    @Test
    void aBrokerThatIsAwayForAMomentLosesNoTrace() {
        main.reply(GOOD);
        fixture.publisher.failNext(1);

        assertThat(fixture.ask()).isInstanceOf(ModelReply.Answered.class);

        assertThat(fixture.traces()).hasSize(1);
    }
}
