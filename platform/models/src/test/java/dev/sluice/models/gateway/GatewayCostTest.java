package dev.sluice.models.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.models.ModelReply;
import dev.sluice.models.provider.recorded.RecordedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coarse bound; the figures come from benchmarks/. */
class GatewayCostTest {

    private static final int CALLS = 4_000;

    @TempDir
    Path recordings;

    @Test
    void aRecordedReplyCostsMicroseconds() throws Exception {
        Files.createDirectories(recordings.resolve("developer"));
        Files.writeString(recordings.resolve("developer/S-1.md"), "{\"word\":\"" + "x".repeat(2_000) + "\"}");
        try (GatewayFixture fixture = new GatewayFixture()
                .provider("sample", new RecordedProvider(recordings.toString(), Duration.ZERO))
                .routes("sample/any")) {
            long[] nanos = new long[CALLS];
            for (int i = 0; i < CALLS; i++) {
                long started = System.nanoTime();
                assertThat(fixture.ask("e-" + i)).isInstanceOf(ModelReply.Answered.class);
                nanos[i] = System.nanoTime() - started;
            }
            long[] warm = Arrays.copyOfRange(nanos, CALLS / 2, CALLS);
            Arrays.sort(warm);
            System.out.println("gateway with a recorded reply, journal in memory: median "
                    + warm[warm.length / 2] / 1_000 + " us");

            assertThat(Duration.ofNanos(warm[warm.length / 2])).isLessThan(Duration.ofMillis(2));
        }
    }
}
