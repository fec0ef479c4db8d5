package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A person's decision about the plan that a run waits with. */
record PlanDecision(Console console, String runId) {

    JsonNode approve(String why) {
        return decide("APPROVED", why);
    }

    JsonNode reject(String why) {
        return decide("REJECTED", why);
    }

    private JsonNode decide(String verdict, String why) {
        JsonNode run = console.get("/runs/" + Console.part(runId));
        int revision = run.path("plan").path("revision").asInt();
        if (revision == 0) {
            throw new Failure(
                    Failure.USAGE,
                    runId + " has no plan yet (it is " + run.path("state").asText()
                            + "); try again when it waits for approval");
        }
        return console.post(
                "/requirements/" + Console.part(runId) + "/plan/decision",
                Map.of("planRevision", revision, "verdict", verdict, "reason", why));
    }
}
