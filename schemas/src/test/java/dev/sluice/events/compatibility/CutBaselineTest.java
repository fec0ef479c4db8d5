package dev.sluice.events.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn -pl schemas test -Dtest=CutBaselineTest -Dsluice.release=0.2.0} releases the schemas as they are. */
class CutBaselineTest {

    @Test
    @EnabledIfSystemProperty(named = "sluice.release", matches = ".+")
    void cutsTheReleaseThatWasAskedFor() {
        assertThat(Baselines.cut(Baselines.RELEASED, System.getProperty("sluice.release")))
                .isNotEmpty();
    }

    @Test
    void aCutReleaseReadsBackAsItWasEachEventInOneFile(@TempDir Path folder) {
        Baselines.cut(folder, "1.0.0");

        assertThat(Baselines.released(folder, "1.0.0"))
                .hasToString(Baselines.current().toString());
    }

    @Test
    void aReleasedVersionIsNeverOverwritten(@TempDir Path folder) {
        Baselines.cut(folder, "1.0.0");

        assertThatThrownBy(() -> Baselines.cut(folder, "1.0.0")).hasMessageContaining("never changes");
    }

    @Test
    void aReleaseIsNamedByThreeNumbers(@TempDir Path folder) {
        assertThatThrownBy(() -> Baselines.cut(folder, "../evil")).hasMessageContaining("named like 1.2.3");
    }
}
