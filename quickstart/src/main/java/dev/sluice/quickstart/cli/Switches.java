package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** Turns the switches of the stack. */
final class Switches {

    private Switches() {}

    static int turn(ConsoleOptions options, String scope, String state, String why) {
        JsonNode answer = options.open().post("/control", Map.of("scope", scope, "state", state, "reason", why));
        if (options.json) {
            options.print(answer);
        } else {
            System.out.println(scope + " is " + state.toLowerCase(Locale.ROOT) + ".");
        }
        return Failure.DONE;
    }
}
