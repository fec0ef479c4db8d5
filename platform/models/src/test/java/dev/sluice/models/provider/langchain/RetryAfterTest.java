package dev.sluice.models.provider.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|PT7S",
                "0|PT0S",
                "1.5|PT2S",
                "99999999999|PT1H",
                "Fri, 20 Nov 2026 12:00:30 GMT|PT30S",
                "Fri, 20 Nov 2026 11:00:00 GMT|PT0S",
                "Fri, 20 Nov 2099 11:00:00 GMT|PT1H"
            })
    void readsSecondsAndDatesWithinAnHour(String value, Duration expected) {
        assertThat(RetryAfter.parse(value, NOW)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-5", "soon", "NaN", "''", "Fri, 32 Nov 2026 12:00:30 GMT"})
    void nonsenseIsNoAnswer(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Optional.empty());
    }
}
