package dev.sluice.messaging.consuming;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Runs items in lanes: one at a time and in order within a lane, up to a bound of lanes at once. An item that has to wait
 * holds its lane and nothing else. Keeps, per partition, what is done. Thread-safe.
 *
 * @param <W> an item
 */
final class Lanes<W> {

    /** What came of running an item. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        record RunAgain(Duration after) implements Outcome {}

        /** Not done, and not to be run again here: the process is stopping. */
        record Abandoned() implements Outcome {}
    }

    private record Item<W>(W work, TopicPartition partition, long offset, PartitionOffsets offsets) {}

    private static final class Lane<W> {
        final Object key;
        final ArrayDeque<Item<W>> items = new ArrayDeque<>();
        boolean busy; // ready, running or waiting
        long due;

        Lane(Object key) {
            this.key = key;
        }
    }

    private final int parallel;
    private final Executor threads;
    private final Function<W, Outcome> run;
    private final Consumer<Integer> onLess;

    private final Map<Object, Lane<W>> lanes = new HashMap<>();
    private final ArrayDeque<Lane<W>> ready = new ArrayDeque<>();
    private final PriorityQueue<Lane<W>> waiting = new PriorityQueue<>(Comparator.comparingLong(lane -> lane.due));
    private final Map<TopicPartition, PartitionOffsets> partitions = new HashMap<>();
    private int running;
    private int size;
    private boolean closed;

    /**
     * @param run handles one item, on one of {@code threads}
     * @param onLess told the number of items left after each that ended, outside of any lock
     */
    Lanes(int parallel, Executor threads, Function<W, Outcome> run, Consumer<Integer> onLess) {
        this.parallel = parallel;
        this.threads = threads;
        this.run = run;
        this.onLess = onLess;
    }

    synchronized void assign(TopicPartition partition, @Nullable OffsetAndMetadata committed) {
        partitions.put(partition, PartitionOffsets.from(committed));
    }

    /** Forgets partitions. What runs, runs on, but counts no longer; its lane stays closed to others until it ends. */
    synchronized void revoke(Collection<TopicPartition> gone) {
        partitions.keySet().removeAll(gone);
        for (Lane<W> lane : List.copyOf(lanes.values())) {
            boolean headRuns = lane.busy && !ready.contains(lane) && !waiting.contains(lane);
            Item<W> running = headRuns ? lane.items.poll() : null;
            int before = lane.items.size();
            lane.items.removeIf(item -> gone.contains(item.partition()));
            size -= before - lane.items.size();
            if (running != null) {
                lane.items.addFirst(running);
            }
            if (lane.items.isEmpty()) {
                ready.remove(lane);
                waiting.remove(lane);
                lanes.remove(lane.key);
            }
        }
    }

    /** Takes a record in, unless it was handled before a restart. */
    synchronized void add(Object key, W work, TopicPartition partition, long offset) {
        PartitionOffsets offsets = partitions.get(partition);
        if (offsets == null || !offsets.receive(offset)) {
            return;
        }
        Lane<W> lane = lanes.computeIfAbsent(key, Lane::new);
        lane.items.add(new Item<>(work, partition, offset, offsets));
        size++;
        if (!lane.busy) {
            lane.busy = true;
            ready.add(lane);
        }
    }

    /** Notes a record that needs no handling. */
    synchronized void skip(TopicPartition partition, long offset) {
        PartitionOffsets offsets = partitions.get(partition);
        if (offsets != null && offsets.receive(offset)) {
            offsets.done(offset);
        }
    }

    /** Starts what is ready or due, as far as the bound allows. */
    synchronized void launch() {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.element().due - now <= 0) {
            ready.add(waiting.remove());
        }
        while (!closed && running < parallel && !ready.isEmpty()) {
            Lane<W> lane = ready.remove();
            running++;
            threads.execute(() -> work(lane));
        }
    }

    /** Starts nothing more. */
    synchronized void close() {
        closed = true;
    }

    synchronized int running() {
        return running;
    }

    /** Items that are neither done nor given up. */
    synchronized int size() {
        return size;
    }

    /** Items in lanes that could run now; the rest waits for a time to come. */
    synchronized int runnable() {
        return size - waiting.stream().mapToInt(lane -> lane.items.size()).sum();
    }

    /** What to commit now. */
    synchronized Map<TopicPartition, OffsetAndMetadata> commits() {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        partitions.forEach((partition, offsets) -> {
            OffsetAndMetadata commit = offsets.commit();
            if (commit != null) {
                commits.put(partition, commit);
            }
        });
        return commits;
    }

    /** A commit did not arrive. */
    synchronized void commitAgain(Collection<TopicPartition> lost) {
        lost.forEach(partition -> {
            PartitionOffsets offsets = partitions.get(partition);
            if (offsets != null) {
                offsets.again();
            }
        });
    }

    /** Time until the next waiting lane is due; null if none waits. */
    synchronized @Nullable Duration untilDue() {
        Lane<W> next = waiting.peek();
        return next == null ? null : Duration.ofNanos(Math.max(0, next.due - System.nanoTime()));
    }

    private void work(Lane<W> first) {
        @Nullable Lane<W> lane = first;
        while (lane != null) {
            Item<W> item = head(lane);
            Outcome outcome = item == null ? new Outcome.Done() : run.apply(item.work());
            int left;
            synchronized (this) {
                finish(lane, item, outcome);
                left = size;
                lane = closed ? null : ready.poll();
                if (lane == null) {
                    running--;
                }
            }
            onLess.accept(left);
        }
    }

    private synchronized @Nullable Item<W> head(Lane<W> lane) {
        return lane.items.peek();
    }

    private void finish(Lane<W> lane, @Nullable Item<W> item, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> {
                if (item != null) {
                    item.offsets().done(item.offset());
                    lane.items.remove();
                    size--;
                }
                proceed(lane);
            }
            case Outcome.RunAgain again -> {
                if (item != null && partitions.get(item.partition()) != item.offsets()) {
                    lane.items.remove(); // its partition is someone else's now, and so is the retry
                    size--;
                    proceed(lane);
                } else {
                    lane.due = System.nanoTime() + again.after().toNanos();
                    waiting.add(lane);
                }
            }
            case Outcome.Abandoned abandoned -> {
                lanes.remove(lane.key);
                size -= lane.items.size();
            }
        }
    }

    private void proceed(Lane<W> lane) {
        if (lane.items.isEmpty()) {
            lane.busy = false;
            lanes.remove(lane.key);
        } else {
            ready.add(lane);
        }
    }

    /** For tests: keys that have a lane. */
    synchronized List<Object> keys() {
        return new ArrayList<>(lanes.keySet());
    }
}
