package dev.sluice.messaging.kafka;

import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells failures that may pass from those that will not. */
public final class Failures {

    /** No EOFException: truncated bytes throw it too, and they never get longer. */
    private static final Set<Class<? extends Throwable>> PASSING = Set.of(
            TransientFailure.class,
            RetriableException.class,
            AuthorizationException.class,
            SocketException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            HttpTimeoutException.class,
            ClosedChannelException.class,
            TimeoutException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            OutOfMemoryError.class);

    /** Types of libraries that this module does not depend on. */
    private static final Set<String> PASSING_NAMES = Set.of(
            "redis.clients.jedis.exceptions.JedisConnectionException",
            "org.springframework.dao.TransientDataAccessException",
            "org.springframework.dao.RecoverableDataAccessException",
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.jdbc.CannotGetJdbcConnectionException",
            "io.netty.channel.ConnectTimeoutException",
            "io.vertx.core.VertxException");

    private Failures() {}

    /** Whether {@code failure}, or what caused it, may pass by itself. The outermost verdict counts. */
    public static boolean isTransient(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            if (at instanceof PermanentFailure) {
                return false;
            }
            if (passes(at)) {
                return true;
            }
        }
        return false;
    }

    /** What went wrong, in one line, from the innermost cause that says something. */
    public static String reason(Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        Throwable at = failure;
        for (int depth = 0; at.getCause() != null && depth < 20; depth++) {
            at = at.getCause();
            if (at.getMessage() != null) {
                reason = at.getMessage();
            }
        }
        return at.getClass().getSimpleName() + ": " + reason.lines().findFirst().orElse("");
    }

    private static boolean passes(Throwable failure) {
        if (PASSING.stream().anyMatch(type -> type.isInstance(failure))) {
            return true;
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (PASSING_NAMES.contains(type.getName())) {
                return true;
            }
        }
        return isServerError(failure);
    }

    /** An HTTP answer of 5xx or 429 from a registry, of whichever client. */
    private static boolean isServerError(Throwable failure) {
        return status(failure, "getResponseStatusCode")
                .or(() -> status(failure, "getStatus"))
                .filter(status -> status >= 500 || status == 429)
                .isPresent();
    }

    private static Optional<Integer> status(Throwable failure, String accessor) {
        try {
            return failure.getClass().getMethod(accessor).invoke(failure) instanceof Integer status
                    ? Optional.of(status)
                    : Optional.empty();
        } catch (ReflectiveOperationException notAnHttpFailure) {
            return Optional.empty();
        }
    }
}
