package dev.sluice.models.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.models.ModelRole;
import dev.sluice.models.gateway.RouteName;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.provider.ProviderSettings.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ModelsPropertiesTest {

    @Test
    void bindsFromEnvironmentVariables() {
        ModelsProperties properties = environment(Map.of(
                "SLUICE_MODELS_PROVIDERS_MAIN_TYPE", "openai",
                "SLUICE_MODELS_PROVIDERS_MAIN_BASE_URL", "http://localhost:1/v1",
                "SLUICE_MODELS_PROVIDERS_MAIN_API_KEY", "key",
                "SLUICE_MODELS_ROUTES_PLANNER", "main/org/model:7b,main/other",
                "SLUICE_MODELS_ROUTES_STORY_ALIGNMENT", "main/a",
                "SLUICE_MODELS_ROUTES_TESTQUALITY", "main/b",
                "SLUICE_MODELS_DEADLINE", "90s"));

        assertThat(properties.providers())
                .containsEntry("main", new ProviderSettings(Type.OPENAI, "http://localhost:1/v1", "key", null, null));
        assertThat(properties.routesByRole())
                .containsEntry(
                        ModelRole.PLANNER,
                        List.of(new RouteName("main", "org/model:7b"), new RouteName("main", "other")))
                .containsEntry(ModelRole.STORY_ALIGNMENT, List.of(new RouteName("main", "a")))
                .containsEntry(ModelRole.TEST_QUALITY, List.of(new RouteName("main", "b")))
                .containsEntry(ModelRole.ARCHITECTURE, List.of());
        assertThat(properties.deadline()).isEqualTo(Duration.ofSeconds(90));
        assertThat(properties.timeLimit()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void servesEveryRoleWithoutRoutesOfItsOwnByTheDefault() {
        ModelsProperties properties = environment(Map.of(
                "SLUICE_MODELS_PROVIDERS_MAIN_TYPE", "openai",
                "SLUICE_MODELS_ROUTES_DEFAULT", "main/small",
                "SLUICE_MODELS_ROUTES_DEVELOPER", "main/large"));

        assertThat(properties.routesByRole())
                .containsEntry(ModelRole.PLANNER, List.of(new RouteName("main", "small")))
                .containsEntry(ModelRole.ARCHITECTURE, List.of(new RouteName("main", "small")))
                .containsEntry(ModelRole.DEVELOPER, List.of(new RouteName("main", "large")))
                .containsEntry(ModelRole.REPAIR, List.of());
    }

    @Test
    void needsNoSettingsAtAll() {
        assertThat(yaml(Map.of()).providers()).isEmpty();
    }

    @Test
    void hidesKeysInItsText() {
        ModelsProperties properties =
                yaml(Map.of("sluice.models.providers.a.type", "openai", "sluice.models.providers.a.api-key", "hush"));

        assertThat(properties.toString()).contains("OPENAI").doesNotContain("hush");
    }

    @Test
    void refusesARouteToAProviderThatIsNotThere() {
        assertThatThrownBy(() -> yaml(Map.of("sluice.models.routes.planner", "opnai/gpt")))
                .rootCause()
                .hasMessageContaining("sluice.models.routes.planner")
                .hasMessageContaining("opnai");
    }

    @Test
    void refusesARouteWithoutAModel() {
        assertThatThrownBy(() -> yaml(Map.of("sluice.models.routes.test-quality", "gpt-4.1")))
                .rootCause()
                .hasMessageContaining("provider/model");
    }

    private static ModelsProperties yaml(Map<String, Object> values) {
        return bind(new MapPropertySource("yaml", values));
    }

    private static ModelsProperties environment(Map<String, Object> values) {
        return bind(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, values));
    }

    private static ModelsProperties bind(MapPropertySource source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(s -> environment.getPropertySources().remove(s.getName()));
        environment.getPropertySources().addFirst(source);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("sluice.models", ModelsProperties.class);
    }
}
