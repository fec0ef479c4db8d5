package dev.sluice.models;

/** Turns a raw reply into validated data. Replies are untrusted. */
@FunctionalInterface
public interface ReplyReader<T> {

    /**
     * Reads and validates.
     *
     * @throws UnreadableReply with a message that tells the model what to do differently
     */
    T read(String text) throws UnreadableReply;
}
