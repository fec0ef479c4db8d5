package dev.sluice.benchmarks.load;

import dev.sluice.events.StoryPlanned;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the stories of a round through the same publisher as the services. At a steady rate a story's time begins when it was
 * due, even if it was sent late, so that a stall of the sender counts; otherwise when it is handed to the publisher.
 */
final class Sender {

    private static final int IN_FLIGHT = 512;

    private final EventPublisher publisher;
    private final StorySource stories;

    Sender(EventPublisher publisher, StorySource stories) {
        this.publisher = publisher;
        this.stories = stories;
    }

    /**
     * Returns when the broker has all of them.
     *
     * @param first number of the round's first story in the run
     */
    void send(Round round, int first, Ledger ledger) throws InterruptedException {
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        List<Future<?>> sending = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int i = 0; i < round.stories(); i++) {
                int number = i;
                long due = begun + round.dueNanos(number);
                sleepUntil(due);
                inFlight.acquire();
                sending.add(threads.submit(() -> {
                    try {
                        send(round, number, first, ledger, due);
                    } finally {
                        inFlight.release();
                    }
                }));
            }
        }
        for (Future<?> sent : sending) {
            try {
                sent.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A story could not be sent: " + e.getCause(), e);
            }
        }
    }

    private void send(Round round, int number, int first, Ledger ledger, long due) {
        String requirementId = new StoryName(round.name(), number).requirementId();
        StoryPlanned story = stories.story(requirementId, first + number);
        ledger.sent(number, round.paced() ? due : System.nanoTime());
        publisher.publish(Topics.STORY_PLANNED, story, EventIdentity.first(story.getStoryId(), requirementId));
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
