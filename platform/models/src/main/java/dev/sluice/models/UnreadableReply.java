package dev.sluice.models;

/** A reply did not have the shape asked for. The message is shown to the model in the repair round, and to people. */
public final class UnreadableReply extends Exception {

    public UnreadableReply(String message) {
        super(message);
    }
}
