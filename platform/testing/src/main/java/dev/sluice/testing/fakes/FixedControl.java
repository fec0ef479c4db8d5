package dev.sluice.testing.fakes;

import dev.sluice.messaging.Control;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Switches that a test turns. Everything runs at first. */
public final class FixedControl implements Control {

    private final Set<String> paused = ConcurrentHashMap.newKeySet();

    @Override
    public boolean paused(String scope) {
        return paused.contains("all") || paused.contains(scope);
    }

    /** Holds work in {@code scope}. */
    public FixedControl pause(String scope) {
        paused.add(scope);
        return this;
    }

    /** Lets work in {@code scope} go on. */
    public FixedControl resume(String scope) {
        paused.remove(scope);
        return this;
    }
}
