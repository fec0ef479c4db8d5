package dev.sluice.console.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events as they come, and those missed while away. */
class StreamIT {

    private final RunningConsole console = RunningConsole.shared();

    @Test
    void tellsNewEventsAndResumesAfterTheLastOneSeen() throws Exception {
        String first;
        String last;
        try (Follower follower = follow(null, "")) {
            first = console.submit("Streamed " + UUID.randomUUID());
            last = follower.idOf(first);
        }
        String missed = console.submit("Missed " + UUID.randomUUID());
        console.awaitState(missed, "SUBMITTED");
        try (Follower resumed = follow(last, "")) {
            assertThat(resumed.idOf(missed)).isNotEqualTo(last);
        }
    }

    @Test
    void tellsOnlyEventsOfTheRunThatIsAskedFor() throws Exception {
        String run = console.submit("Mine " + UUID.randomUUID());
        console.awaitState(run, "SUBMITTED");
        try (Follower follower = follow("1-0", "?run=" + run)) {
            follower.idOf(run);
            assertThat(follower.others()).isEmpty();
        }
    }

    @Test
    void manyFollowersHearTheSame() throws Exception {
        List<Follower> followers =
                IntStream.range(0, 50).mapToObj(i -> follow(null, "")).toList();
        String run = console.submit("For all " + UUID.randomUUID());
        for (Follower follower : followers) {
            assertThat(follower.idOf(run)).matches("\\d+-\\d+");
            follower.close();
        }
    }

    @Test
    void aPositionOfAnotherEpochIsAnsweredWithAReset() throws Exception {
        try (Follower follower = follow("999-5", "")) {
            assertThat(follower.lineWith("event: reset")).isEqualTo("event: reset");
        }
    }

    private Follower follow(@Nullable String lastEventId, String query) {
        try {
            var request = console.request("/api/v1/stream" + query);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<InputStream> response = console.client().send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            Follower follower = new Follower(response.body());
            follower.lineWith(": following");
            return follower;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Follower implements AutoCloseable {
        private final BufferedReader lines;
        private final List<String> others = new ArrayList<>();

        private Follower(InputStream body) {
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /** Id of the first event of a run. */
        String idOf(String run) throws IOException {
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                id = line.startsWith("id: ") ? line.substring(4) : id;
                if (line.startsWith("data: ") && line.contains("\"runId\":\"" + run + "\"")) {
                    return id;
                }
                if (line.startsWith("data: ")) {
                    others.add(line);
                }
            }
            throw new IllegalStateException("The stream ended");
        }

        String lineWith(String text) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(text)) {
                    return line;
                }
            }
            throw new IllegalStateException("The stream ended");
        }

        List<String> others() {
            return others;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
