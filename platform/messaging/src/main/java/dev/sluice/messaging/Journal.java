package dev.sluice.messaging;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the result of an expensive step under event id and step, so that a redelivery reads it instead of paying again.
 * Results are kept for days, survive the death of the process, and are shared by all instances of all services.
 */
public interface Journal {

    /** The journaled result, if there is one. */
    <T> Optional<T> find(String eventId, String step, Class<T> type);

    /**
     * Records a result; the first one written wins.
     *
     * @return the result on record, which is another process's if that came first
     */
    <T> T record(String eventId, String step, Class<T> type, T result);

    /** The journaled result, or that of {@code work}, recorded before it is returned. What {@code work} throws is not recorded. */
    default <T> T once(String eventId, String step, Class<T> type, Supplier<T> work) {
        return find(eventId, step, type).orElseGet(() -> record(eventId, step, type, work.get()));
    }
}
