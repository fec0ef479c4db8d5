package dev.sluice.messaging.consuming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What of one partition is handled. Work ends out of order, so the committed offset is the lowest open one, and the
 * metadata beside it names the open ones up to a highest: a restart repeats only those. Not thread-safe.
 */
final class PartitionOffsets {

    /** Brokers keep 4,096 bytes of metadata by default. */
    private static final int LONGEST = 3_900;

    private static final String VERSION = "1:";

    private final TreeSet<Long> open = new TreeSet<>();
    private final Set<Long> openBefore = new HashSet<>();
    private long handledBefore;
    private long next;
    private long committed = -1;
    private boolean changed;

    private PartitionOffsets() {}

    /** Continues from what was committed; null if nothing was. */
    static PartitionOffsets from(@Nullable OffsetAndMetadata committed) {
        PartitionOffsets offsets = new PartitionOffsets();
        if (committed != null) {
            offsets.next = committed.offset();
            offsets.committed = committed.offset();
            offsets.restore(committed.offset(), committed.metadata());
        }
        return offsets;
    }

    /** Notes a record; false if it was handled before a restart. */
    boolean receive(long offset) {
        next = Math.max(next, offset + 1);
        if (offset < handledBefore && !openBefore.remove(offset)) {
            changed = true;
            return false;
        }
        open.add(offset);
        return true;
    }

    void done(long offset) {
        open.remove(offset);
        changed = true;
    }

    /** What to commit, if anything changed since the last time it was asked. */
    @Nullable
    OffsetAndMetadata commit() {
        if (!changed) {
            return null;
        }
        changed = false;
        // What a previous run left open and this one has not read again yet is as open as before.
        TreeSet<Long> all = new TreeSet<>(open);
        all.addAll(openBefore);
        long highest = Math.max(next, handledBefore);
        if (all.isEmpty() && highest == committed) {
            return null;
        }
        committed = all.isEmpty() ? highest : all.first();
        return new OffsetAndMetadata(committed, metadata(all, highest));
    }

    /** Makes the next {@link #commit} say it again, because the broker did not take it. */
    void again() {
        changed = true;
        committed = -1;
    }

    /** {@code 1:<highest>:<open>,<open>...} in base 36, relative to the lowest open one; empty if nothing is open. */
    private static String metadata(NavigableSet<Long> open, long highest) {
        if (open.isEmpty()) {
            return "";
        }
        long lowest = open.first();
        List<String> listed = new ArrayList<>();
        int length = 0;
        long named = highest;
        for (long offset : open.tailSet(lowest, false)) {
            String relative = Long.toString(offset - lowest, Character.MAX_RADIX);
            length += relative.length() + 1;
            if (length > LONGEST) {
                named = offset; // from here on, everything is repeated
                break;
            }
            listed.add(relative);
        }
        return VERSION + Long.toString(named - lowest, Character.MAX_RADIX) + ":" + String.join(",", listed);
    }

    private void restore(long base, @Nullable String metadata) {
        if (metadata == null || !metadata.startsWith(VERSION)) {
            return;
        }
        String[] parts = metadata.substring(VERSION.length()).split(":", -1);
        try {
            Set<Long> before = new HashSet<>();
            before.add(base);
            for (String relative : parts[1].split(",", -1)) {
                if (!relative.isEmpty()) {
                    before.add(base + Long.parseLong(relative, Character.MAX_RADIX));
                }
            }
            handledBefore = base + Long.parseLong(parts[0], Character.MAX_RADIX);
            openBefore.addAll(before);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException foreign) {
            handledBefore = 0; // then everything is repeated, which is allowed
        }
    }
}
