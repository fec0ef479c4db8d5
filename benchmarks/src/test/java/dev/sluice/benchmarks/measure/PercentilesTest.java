package dev.sluice.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void answersAreValuesThatWereMeasured() {
        Percentiles percentiles = Percentiles.of(new long[] {40, 10, 30, 20});

        assertThat(percentiles.at(50)).isEqualTo(20);
        assertThat(percentiles.at(51)).isEqualTo(30);
        assertThat(percentiles.at(99)).isEqualTo(40);
        assertThat(percentiles.at(100)).isEqualTo(40);
    }

    @Test
    void theNinetyNinthOfAThousandLeavesTenAbove() {
        Percentiles percentiles =
                Percentiles.of(LongStream.rangeClosed(1, 1_000).toArray());

        assertThat(percentiles.at(99)).isEqualTo(990);
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(Percentiles.of(new long[0]).at(99)).isZero();
    }

    @Test
    void leavesTheRawDataAsItWas() {
        long[] raw = {3, 1, 2};

        Percentiles.of(raw);

        assertThat(raw).containsExactly(3, 1, 2);
    }

    @Test
    void refusesWhatIsNoPercentile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentiles.of(new long[] {1}).at(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentiles.of(new long[] {1}).at(101));
    }
}
