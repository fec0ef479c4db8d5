package dev.sluice.models;

/**
 * The only door to a model. Journals the reply under event and step before it returns, so that a redelivered event pays
 * nothing; publishes {@code model.called} for every call. Blocks for up to the deadline of the role's route.
 */
public interface ModelGateway {

    /** Asks a model. Never throws for what a model or provider does: every such outcome is a {@link ModelReply}. */
    <T> ModelReply<T> complete(ModelRequest<T> request);
}
