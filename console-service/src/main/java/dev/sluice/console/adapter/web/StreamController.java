package dev.sluice.console.adapter.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.console.application.TimelineEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Follows events as they are projected. A follower costs one virtual thread and no query of its own. */
@RestController
final class StreamController {

    private static final int MOST_FOLLOWERS = 1_000;
    private static final int MOST_BEHIND = 1_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final EventHub hub;
    private final ObjectMapper json;

    StreamController(EventHub hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json;
    }

    /**
     * @param run only events of this run
     * @param live skip ahead, with a reset, rather than fall far behind
     */
    @GetMapping("/api/v1/stream")
    void stream(
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(defaultValue = "false") boolean live,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!hub.join(MOST_FOLLOWERS)) {
            Problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "Too many follow the events already. Try again later, or read GET /api/v1/runs.",
                    "/api/v1/stream");
            return;
        }
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("X-Accel-Buffering", "no");
            follow(StreamPosition.parse(last), run, live, response.getOutputStream());
        } finally {
            hub.leave();
        }
    }

    private void follow(@Nullable StreamPosition resume, @Nullable String run, boolean live, OutputStream out)
            throws IOException, InterruptedException {
        long epoch = resume == null ? hub.epoch() : resume.epoch();
        long cursor = resume == null ? hub.head() : resume.seq();
        write(out, "retry: 2000\nid: " + new StreamPosition(epoch, cursor) + "\n: following\n\n");
        while (hub.open()) {
            EventHub.News news = hub.next(epoch, cursor, HEARTBEAT);
            boolean behind = live && hub.head() - news.cursor() > MOST_BEHIND;
            epoch = news.epoch();
            cursor = behind ? hub.head() : news.cursor();
            if (news.reset() || behind) {
                write(out, "id: " + new StreamPosition(epoch, cursor) + "\nevent: reset\ndata: {}\n\n");
                continue;
            }
            StringBuilder text = new StringBuilder(news.entries().isEmpty() ? ": still here\n\n" : "");
            for (TimelineEntry entry : news.entries()) {
                if (run == null || run.equals(entry.runId())) {
                    text.append("id: ").append(new StreamPosition(epoch, entry.seq()));
                    text.append("\ndata: ")
                            .append(json.writeValueAsString(entry))
                            .append("\n\n");
                }
            }
            write(out, text.toString());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
