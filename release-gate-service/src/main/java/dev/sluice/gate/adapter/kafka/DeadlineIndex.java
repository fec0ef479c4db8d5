package dev.sluice.gate.adapter.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Change ids in the order in which they are due: the key is the time, big-endian, and the id. An entry may be out of
 * date; whoever takes it looks at the case. Reading starts after what was taken last, not at graves of old entries.
 */
final class DeadlineIndex {

    private static final byte[] NOTHING = {};

    private final KeyValueStore<Bytes, byte[]> store;
    private Bytes from = key(Instant.EPOCH, "");

    DeadlineIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** An entry. */
    record Due(Instant at, String changeId) {}

    void add(Instant at, String changeId) {
        Bytes key = key(at, changeId);
        store.put(key, NOTHING);
        if (key.compareTo(from) < 0) {
            from = key;
        }
    }

    /** Takes out at most {@code most} entries that are due. */
    List<Due> take(Instant now, int most) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, key(now.plusMillis(1), ""))) {
            while (keys.size() < most && entries.hasNext()) {
                keys.add(entries.next().key);
            }
        }
        List<Due> due = new ArrayList<>(keys.size());
        for (Bytes key : keys) {
            store.delete(key);
            from = key;
            due.add(due(key));
        }
        return due;
    }

    private static Bytes key(Instant at, String changeId) {
        byte[] id = changeId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(Math.max(0, at.toEpochMilli()))
                .put(id)
                .array());
    }

    private static Due due(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        return new Due(at, StandardCharsets.UTF_8.decode(bytes).toString());
    }
}
