package dev.sluice.messaging.redis;

import dev.sluice.messaging.TransientFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Sends the commands of many threads over one connection: what waits while one exchange is under way goes out together in the
 * next. Hundreds of handlers so need neither hundreds of connections nor a system call for each command.
 */
final class SharedPipeline implements AutoCloseable {

    private static final int MOST_AT_ONCE = 128;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private record Command(
            Function<AbstractPipeline, Response<String>> command, CompletableFuture<@Nullable String> answer) {}

    private final RedisClient redis;
    private final BlockingQueue<Command> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    SharedPipeline(RedisClient redis) {
        this.redis = redis;
        this.thread = Thread.ofPlatform().name("journal").daemon().start(this::run);
    }

    /** Sends a command and waits for its answer; failures are those of Jedis. */
    @Nullable
    String ask(Function<AbstractPipeline, Response<String>> command) {
        CompletableFuture<@Nullable String> answer = new CompletableFuture<>();
        waiting.add(new Command(command, answer));
        if (closed) {
            throw new JedisException("The journal is closed");
        }
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof JedisException failure ? failure : new JedisException(e.getCause());
        } catch (TimeoutException e) {
            throw new JedisException("no answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while waiting for the journal", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        fail(drained(), new JedisException("The journal is closed"));
    }

    private void run() {
        while (!closed) {
            try {
                List<Command> commands = new ArrayList<>();
                commands.add(waiting.take());
                waiting.drainTo(commands, MOST_AT_ONCE - 1);
                exchange(commands);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void exchange(List<Command> commands) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            List<Response<String>> answers = commands.stream()
                    .map(command -> command.command().apply(pipeline))
                    .toList();
            pipeline.sync();
            for (int i = 0; i < answers.size(); i++) {
                answer(commands.get(i), answers.get(i));
            }
        } catch (RuntimeException e) {
            fail(commands, e);
        }
    }

    private static void answer(Command command, Response<String> answer) {
        try {
            command.answer().complete(answer.get());
        } catch (RuntimeException e) {
            command.answer().completeExceptionally(e);
        }
    }

    private List<Command> drained() {
        List<Command> left = new ArrayList<>();
        waiting.drainTo(left);
        return left;
    }

    private static void fail(List<Command> commands, RuntimeException failure) {
        commands.forEach(command -> command.answer().completeExceptionally(failure));
    }
}
