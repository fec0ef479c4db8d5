package dev.sluice.testing.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A journal in memory. Keeps JSON as the real one does, so that a type that cannot be read back fails here too. */
public final class InMemoryJournal implements Journal {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private record Entry(Class<?> type, String json) {}

    private final Map<List<String>, Entry> entries = new ConcurrentHashMap<>();
    private volatile boolean away;

    @Override
    public <T> Optional<T> find(String eventId, String step, Class<T> type) {
        requireReachable();
        return Optional.ofNullable(entries.get(List.of(eventId, step))).map(entry -> read(entry, type));
    }

    @Override
    public <T> T record(String eventId, String step, Class<T> type, T result) {
        requireReachable();
        Entry mine = new Entry(type, write(result));
        Entry first = entries.putIfAbsent(List.of(eventId, step), mine);
        return read(first == null ? mine : first, type);
    }

    /** From now on every access fails as it does while Redis cannot be reached, or works again. */
    public void away(boolean value) {
        away = value;
    }

    /** Forgets everything, as Redis does that was restarted empty. */
    public void forget() {
        entries.clear();
    }

    /** Number of results on record. */
    public int size() {
        return entries.size();
    }

    private void requireReachable() {
        if (away) {
            throw new TransientFailure("The journal cannot be reached (the test says so).", null);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("A journaled result must be writable as JSON: " + value.getClass(), e);
        }
    }

    private static <T> T read(Entry entry, Class<T> type) {
        if (!entry.type().equals(type)) {
            throw new PermanentFailure("Journaled as " + entry.type() + ", asked for as " + type, null);
        }
        try {
            return JSON.readValue(entry.json(), type);
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("A journaled result must be readable as " + type, e);
        }
    }
}
