package dev.sluice.console.adapter.web;

import dev.sluice.console.application.EventFeed;
import dev.sluice.console.application.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads new events once for everybody who follows them. Followers copy from a ring in memory, each at its own pace; one that
 * is slower than the ring is long reads from the database, so nobody waits for anybody.
 */
public final class EventHub implements SmartLifecycle {

    /** What a follower gets: entries after its cursor, or the news that its cursor means nothing any more. */
    record News(long epoch, List<TimelineEntry> entries, long cursor, boolean reset) {}

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final int RING = 2_000;
    private static final int PAGE = 500;
    private static final long IDLE_MILLIS = 500;

    private final EventFeed feed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition work = lock.newCondition();
    private List<TimelineEntry> ring = List.of();
    private long epoch;
    private long head;
    private int followers;
    private volatile boolean running;
    private @Nullable Thread thread;

    public EventHub(EventFeed feed) {
        this.feed = feed;
    }

    /** Tells that there may be new events. Never blocks for long. */
    public void signal() {
        lock.lock();
        try {
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Registers a follower, unless there are {@code most} already. */
    boolean join(int most) {
        lock.lock();
        try {
            if (!running || followers >= most) {
                return false;
            }
            if (followers++ == 0) {
                epoch = feed.epoch();
                head = feed.head();
                ring = List.of();
                work.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            followers--;
        } finally {
            lock.unlock();
        }
    }

    long epoch() {
        lock.lock();
        try {
            return epoch;
        } finally {
            lock.unlock();
        }
    }

    long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    boolean open() {
        return running;
    }

    /** Waits for events after {@code cursor}; entries are empty when none came in time. */
    News next(long knownEpoch, long cursor, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long nanos = wait.toNanos();
            while (running && knownEpoch == epoch && cursor >= head && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            if (knownEpoch != epoch) {
                return new News(epoch, List.of(), head, true);
            }
            if (cursor >= head) {
                return new News(epoch, List.of(), cursor, false);
            }
            if (!ring.isEmpty() && ring.get(0).seq() <= cursor + 1) {
                List<TimelineEntry> after =
                        ring.stream().filter(e -> e.seq() > cursor).limit(PAGE).toList();
                return new News(epoch, after, after.get(after.size() - 1).seq(), false);
            }
        } finally {
            lock.unlock();
        }
        List<TimelineEntry> stored = feed.after(cursor, null, PAGE);
        return new News(
                knownEpoch,
                stored,
                stored.isEmpty() ? cursor : stored.get(stored.size() - 1).seq(),
                false);
    }

    private void run() {
        while (running) {
            try {
                read();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atDebug()
                        .addKeyValue("cause", String.valueOf(e.getMessage()))
                        .log("Events cannot be read at the moment");
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller is the loop
    private void read() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (followers == 0) {
                work.await(1, TimeUnit.SECONDS);
                return;
            }
        } finally {
            lock.unlock();
        }
        long current = feed.epoch();
        List<TimelineEntry> fresh = feed.after(current == epoch() ? head() : 0, null, PAGE);
        lock.lockInterruptibly();
        try {
            if (current != epoch) {
                epoch = current;
                ring = List.of();
                head = 0;
                news.signalAll();
            }
            if (fresh.isEmpty()) {
                work.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                return;
            }
            List<TimelineEntry> longer = new ArrayList<>(ring);
            longer.addAll(fresh);
            ring = List.copyOf(longer.subList(Math.max(0, longer.size() - RING), longer.size()));
            head = fresh.get(fresh.size() - 1).seq();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("event-hub").start(this::run);
    }

    /** Before the web server waits for requests to end, so that followers do not keep it waiting. */
    @Override
    public void stop() {
        running = false;
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
