package dev.sluice.benchmarks.load;

import dev.sluice.events.Reason;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.consuming.EventReader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reads {@code release.decided}, committed records only, and enters each decision into the ledger of its round. */
final class Decisions implements AutoCloseable {

    private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean stopped;

    Decisions(MessagingSettings settings) {
        reader = Thread.ofPlatform()
                .name("decisions")
                .daemon()
                .start(() -> EventReader.open(settings, "benchmark")
                        .follow(
                                Set.of(Topics.RELEASE_DECIDED),
                                EventReader.From.BEGINNING,
                                this::enter,
                                () -> stopped));
    }

    Ledger expect(Round round) {
        Ledger ledger = new Ledger(round.stories());
        ledgers.put(round.name(), ledger);
        return ledger;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter(ReceivedEvent received) {
        long now = System.nanoTime();
        ReleaseDecided decided = (ReleaseDecided) received.event();
        StoryName name = StoryName.parse(decided.getRequirementId());
        Ledger ledger = ledgers.get(name.round());
        if (ledger != null) {
            ledger.decided(name.number(), now, outcome(decided));
        }
    }

    private static String outcome(ReleaseDecided decided) {
        return decided.getReasons().stream()
                .map(Reason::getCode)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", ", decided.getOutcome() + " (", ")"));
    }
}
