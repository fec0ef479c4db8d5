package dev.sluice.developer.application;

import dev.sluice.developer.domain.Development;
import dev.sluice.developer.domain.Generation;
import dev.sluice.messaging.Delivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes in memory. */
final class MemoryChanges implements Changes {

    final List<Generation> told = new ArrayList<>();
    final List<Development.Asked> asked = new ArrayList<>();
    private final Set<String> causes = new HashSet<>();

    @Override
    public boolean told(Delivery cause) {
        return causes.contains(cause.eventId());
    }

    @Override
    public void tell(Generation generation, Delivery cause) {
        told.add(generation);
        causes.add(cause.eventId());
    }

    @Override
    public void ask(Development.Asked question, Delivery cause) {
        asked.add(question);
        causes.add(cause.eventId());
    }

    @Override
    public Optional<Generation> find(String changeId) {
        return told.stream()
                .filter(change -> change.changeId().equals(changeId))
                .findFirst();
    }
}
