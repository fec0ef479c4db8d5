package dev.sluice.models.provider.langchain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to be left alone (RFC 9110, 10.2.3, and {@code retry-after-ms}). Nonsense is no answer. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    static @Nullable Duration of(HttpFailure failure, Instant now) {
        return failure.header("retry-after-ms")
                .flatMap(value -> number(value).map(Duration::ofMillis))
                .or(() -> failure.header("retry-after").flatMap(value -> parse(value, now)))
                .orElse(null);
    }

    static Optional<Duration> parse(String value, Instant now) {
        return number(value)
                .map(Duration::ofSeconds)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .or(() -> date(value, now));
    }

    private static Optional<Long> number(String value) {
        try {
            double seconds = Double.parseDouble(value.strip());
            return seconds >= 0
                    ? Optional.of(Math.min((long) Math.ceil(seconds), LONGEST.toMillis()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            Instant until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(now, until);
            return Optional.of(left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) > 0 ? LONGEST : left);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
