package dev.sluice.developer;

import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Party;
import dev.sluice.developer.domain.Repository;
import dev.sluice.developer.domain.StoryText;
import dev.sluice.messaging.Delivery;
import java.time.Instant;
import java.util.List;

/** Assignments and deliveries for tests. */
public final class Assignments {

    public static final Instant PLANNED_AT = Instant.parse("2026-01-02T03:04:05Z");

    private Assignments() {}

    public static StoryText story() {
        return new StoryText(
                "greet",
                "Greet people by name",
                "greeting(name) says hello to the person.",
                List.of("greeting('Ada') is 'Hello Ada'"),
                "Stands alone",
                List.of("base"),
                List.of("none"),
                0.9);
    }

    public static Assignment of(String repositoryUrl) {
        return of(repositoryUrl, 1);
    }

    public static Assignment of(String repositoryUrl, int revision) {
        return new Assignment(
                "r-1/greet",
                "r-1",
                1,
                revision,
                story(),
                new Repository(repositoryUrl, ""),
                new Party("ada", Party.Kind.PERSON, "Ada"),
                new Party("bob", Party.Kind.PERSON, null),
                revision == 1 ? List.of() : List.of("Which greeting? Hello"),
                PLANNED_AT);
    }

    public static Delivery delivery(String eventId) {
        return new Delivery(eventId, "r-1", "r-1/greet", PLANNED_AT, null);
    }
}
