package dev.sluice.events.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE: every event of today against every released version of it. */
class ReleasedSchemasTest {

    static Stream<String> versions() {
        return Baselines.versions(Baselines.RELEASED).stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyReleasedEventStillExistsAndIsFullyCompatible(String version) {
        Map<String, Schema> current = Baselines.current();

        assertThat(Baselines.released(Baselines.RELEASED, version)).isNotEmpty().allSatisfy((name, released) -> {
            Schema now = current.get(name);
            assertThat(now)
                    .as("%s was released in %s and is gone", name, version)
                    .isNotNull();
            assertThat(now == null ? List.of() : Compatibility.breaks(released, now))
                    .as("%s against release %s", name, version)
                    .isEmpty();
        });
    }

    @Test
    void atLeastOneVersionIsReleased() {
        assertThat(Baselines.versions(Baselines.RELEASED)).contains("0.1.0");
    }

    @Test
    void everyTypeOfTheContractFollowsTheRules() {
        assertThat(Baselines.sources())
                .isNotEmpty()
                .allSatisfy((name, schema) ->
                        assertThat(SchemaRules.violations(schema)).as(name).isEmpty());
    }

    @Test
    void everyTypeIsReachableFromAnEvent() {
        String events = Baselines.current().values().toString();

        assertThat(Baselines.sources().keySet())
                .allSatisfy(name ->
                        assertThat(events).as("%s is used by no event", name).contains("\"name\":\"" + name + "\""));
    }
}
