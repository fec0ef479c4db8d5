package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Follows one run and prints what happens as it happens, each line with the time since the start. */
public final class Follower {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<String> QUIET = Set.of("model.called", "audit.recorded", "plan.wanted");
    private static final int WIDTH = 110;

    private final Console console;
    private final PrintStream out;
    private final Instant start;

    /** Prints to {@code out} with times counted from {@code start}. */
    public Follower(Console console, PrintStream out, Instant start) {
        this.console = console;
        this.out = out;
        this.start = start;
    }

    /**
     * Follows until {@code end} holds.
     *
     * @param seen called with every state of the run, for example to decide about its plan
     * @throws Failure when {@code patience} is over first
     */
    public RunView follow(String runId, Predicate<RunView> end, Consumer<RunView> seen, Duration patience) {
        long printed = 0;
        Instant deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            Optional<JsonNode> run = console.find("/runs/" + Console.part(runId));
            if (run.isPresent()) {
                for (JsonNode entry : run.get().path("timeline")) {
                    if (entry.path("seq").asLong() > printed) {
                        printed = entry.path("seq").asLong();
                        print(entry);
                    }
                }
                RunView view = new RunView(run.get());
                if (end.test(view)) {
                    return view;
                }
                seen.accept(view);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new Failure(
                Failure.SYSTEM,
                "run " + runId + " has not ended after " + patience.toSeconds()
                        + " s; it goes on. See it with `sluice run " + runId + "`.");
    }

    /** Prints one line of progress. */
    public void say(String what) {
        out.printf("%7.1fs  %s%n", Duration.between(start, Instant.now()).toMillis() / 1000.0, what);
    }

    private static String brief(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 2).stripTrailing() + " …";
    }

    private void print(JsonNode entry) {
        String topic = entry.path("topic").asText();
        if (!QUIET.contains(topic)) {
            say(String.format(
                    "%-21s %s", topic, brief(Text.plain(entry.path("summary").asText()))));
        }
    }
}
