package dev.sluice.models;

/** What came of a model call. */
public sealed interface ModelReply<T> {

    /**
     * An answer that passed the reply checks.
     *
     * @param value the answer as validated data
     * @param text the raw reply
     * @param model {@code provider/model} that answered
     */
    record Answered<T>(T value, String text, String model) implements ModelReply<T> {}

    /** Not asked: budget, limit or pause. */
    record Refused<T>(String reason, String advice) implements ModelReply<T> {}

    /** No route answered in time. */
    record Unavailable<T>(String reason, String advice) implements ModelReply<T> {}

    /** A model answered, but not usably, even after one repair round. */
    record Invalid<T>(String reason, String advice, String text, String model) implements ModelReply<T> {}
}
