package dev.sluice.models.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.models.ModelGateway;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.Prompt;
import dev.sluice.testing.fakes.FixedControl;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ModelsAutoConfigurationTest {

    @TempDir
    Path recordings;

    private final RecordingEventPublisher publisher = new RecordingEventPublisher();
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CircuitBreakerAutoConfiguration.class,
                    RetryAutoConfiguration.class,
                    BulkheadAutoConfiguration.class,
                    ModelsAutoConfiguration.class))
            .withBean(Journal.class, InMemoryJournal::new)
            .withBean(EventPublisher.class, () -> publisher)
            .withBean(Control.class, FixedControl::new)
            .withPropertyValues("spring.application.name=planner-service");

    @Test
    void aServiceAsksThroughItsDoorAndTheBreakerIsInTheRegistry() throws Exception {
        Files.createDirectories(recordings.resolve("planner"));
        Files.writeString(recordings.resolve("planner/S-1.md"), "hello");

        context.withPropertyValues(
                        "sluice.models.providers.sample.type=recorded",
                        "sluice.models.providers.sample.base-url=" + recordings,
                        "sluice.models.routes.planner=sample/any")
                .run(running -> {
                    assertThat(running.getBean(ModelGateway.class).complete(request()))
                            .isEqualTo(new ModelReply.Answered<>("hello", "hello", "sample/any"));
                    assertThat(running.getBean(CircuitBreakerRegistry.class).find("sample/any"))
                            .isPresent();
                });

        assertThat(publisher.events(Topics.MODEL_CALLED)).singleElement().satisfies(trace -> {
            assertThat(trace.getService()).isEqualTo("planner-service");
            assertThat(trace.getProvider()).isEqualTo("sample");
        });
    }

    @Test
    void aServiceWithoutModelSettingsStarts() {
        context.run(running -> {
            assertThat(running).hasNotFailed();
            assertThat(running.getBean(ModelGateway.class).complete(request()))
                    .isInstanceOf(ModelReply.Unavailable.class);
        });
    }

    @Test
    void aProviderThatNeedsAKeySaysSo() {
        context.withPropertyValues("sluice.models.providers.claude.type=anthropic")
                .withBean("user", Holder.class)
                .run(running -> assertThat(running)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("sluice.models.providers.claude.api-key"));
    }

    /** As a service's adapter asks for the door. */
    static final class Holder {
        final ModelGateway gateway;

        Holder(ModelGateway gateway) {
            this.gateway = gateway;
        }
    }

    private static ModelRequest<String> request() {
        return new ModelRequest<>(
                ModelRole.PLANNER, "e", "plan", "S-1", new Prompt("p@1", "", "u"), text -> text, Map.of());
    }
}
