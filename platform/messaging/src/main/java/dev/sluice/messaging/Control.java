package dev.sluice.messaging;

/** The switches people turn, as last read from {@code control.changed}. Never blocks. */
public interface Control {

    /** Whether work in {@code scope} or in {@code all} is held. Scopes: all, repository:URL, merges, forge-writes, provider:NAME. */
    boolean paused(String scope);
}
