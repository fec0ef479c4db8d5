package dev.sluice.models.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.events.CallStatus;
import dev.sluice.events.ModelCalled;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.redis.RedisJournal;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.Prompt;
import dev.sluice.models.config.ModelGateways;
import dev.sluice.models.config.ModelsProperties;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.testing.fakes.FixedControl;
import dev.sluice.testing.real.RealParts;
import dev.sluice.testing.real.Received;
import dev.sluice.testing.real.TestEvents;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway with the journal in Redis and its traces on Kafka. */
class RealPartsGatewayIT {

    private final RealParts parts = RealParts.running();
    private final TestEvents events = TestEvents.open();
    private final RedisJournal journal = RedisJournal.open(parts.redisUrl());
    private final ScriptedModelServer server = ScriptedModelServer.start();

    @AfterEach
    void close() {
        server.close();
        journal.close();
        events.close();
    }

    @Test
    void aRestartedServicePaysNothingAndItsTraceRepeatsTheId() {
        server.otherwise().answers("hello");
        String cause = EventIdentity.derive("test", "restart");
        String traceId = EventIdentity.derive(cause, "model:plan");
        ModelReply<String> first = inAServiceOfItsOwn(cause);

        ModelReply<String> second = inAServiceOfItsOwn(cause);

        assertThat(second).isEqualTo(first).isEqualTo(new ModelReply.Answered<>("hello", "hello", "main/m"));
        assertThat(server.asked()).hasSize(1);
        List<Received<ModelCalled>> traces = events.awaitCount(Topics.MODEL_CALLED, traceId, 2);
        assertThat(traces)
                .extracting(t -> t.event().getStatus())
                .containsExactly(CallStatus.SUCCEEDED, CallStatus.CACHED);
        assertThat(traces).extracting(t -> t.delivery().eventId()).containsOnly(traceId);
        assertThat(traces.getFirst().headers())
                .containsEntry("ce_causationid", cause)
                .containsEntry("ce_correlationid", "R-1");
    }

    @Test
    void whileRedisIsAwayNothingIsPaidAndAfterwardsItGoesOn() {
        server.otherwise().answers("hello");
        String cause = EventIdentity.derive("test", "redis away");

        parts.embedded().redis().stop();
        try {
            assertThatThrownBy(() -> inAServiceOfItsOwn(cause)).isInstanceOf(TransientFailure.class);
        } finally {
            parts.embedded().redis().start();
        }

        assertThat(server.asked()).isEmpty();
        assertThat(inAServiceOfItsOwn(cause)).isInstanceOf(ModelReply.Answered.class);
    }

    private ModelReply<String> inAServiceOfItsOwn(String cause) {
        ModelsProperties properties = new ModelsProperties(
                Map.of("main", new ProviderSettings(ProviderSettings.Type.OPENAI, server.baseUrl(), null, null, null)),
                new ModelsProperties.Routes(null, List.of("main/m"), null, null, null, null, null),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                1,
                4);
        try (ClosableGateway gateway =
                ModelGateways.create(properties, "planner-service", journal, events.publisher(), new FixedControl())) {
            return gateway.complete(new ModelRequest<>(
                    ModelRole.PLANNER,
                    cause,
                    "plan",
                    "S-1",
                    new Prompt("planner/plan@1", "", "hi"),
                    text -> text,
                    Map.of("requirementId", "R-1")));
        }
    }
}
