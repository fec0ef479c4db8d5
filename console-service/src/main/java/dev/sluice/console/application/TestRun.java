package dev.sluice.console.application;

import java.util.List;
import java.util.Locale;

/** What running tests showed. Names are those of the event contract. */
public record TestRun(
        String outcome,
        String command,
        String stack,
        int total,
        int passed,
        int failed,
        int skipped,
        long durationMillis,
        String isolation,
        List<Failure> failures,
        String outputTail) {

    public record Failure(String test, String message) {}

    /** For example "12 passed" or "2 of 12 failed". */
    public String inWords() {
        return switch (outcome) {
            case "PASSED" -> passed + " passed" + (skipped > 0 ? ", " + skipped + " skipped" : "");
            case "FAILED" -> failed + " of " + total + " failed";
            default -> outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
