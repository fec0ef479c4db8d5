package dev.sluice.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartitionOffsetsTest {

    @Test
    void commitsTheLowestOpenOffsetAndNamesTheOthers() {
        PartitionOffsets offsets = received(0, 5);
        offsets.done(0);
        offsets.done(2);
        offsets.done(4);
        OffsetAndMetadata commit = commit(offsets);
        assertThat(commit.offset()).isEqualTo(1);
        assertThat(repeated(commit, 0, 6)).containsExactly(1L, 3L, 5L, 6L);
    }

    @Test
    void commitsNothingWhenNothingChanged() {
        PartitionOffsets offsets = received(0, 2);
        assertThat(offsets.commit()).isNull();
        LongStream.rangeClosed(0, 2).forEach(offsets::done);
        assertThat(commit(offsets).offset()).isEqualTo(3);
        assertThat(offsets.commit()).isNull();
    }

    @Test
    void saysAgainWhatTheBrokerDidNotTake() {
        PartitionOffsets offsets = received(7, 7);
        offsets.done(7);
        assertThat(commit(offsets).offset()).isEqualTo(8);
        offsets.again();
        assertThat(commit(offsets).offset()).isEqualTo(8);
    }

    @Test
    void remembersWhatWasOpenUntilItIsReadAgain() {
        PartitionOffsets before = received(0, 99);
        LongStream.rangeClosed(0, 99)
                .filter(offset -> offset != 10 && offset != 50)
                .forEach(before::done);
        PartitionOffsets after = PartitionOffsets.from(commit(before));
        // Only the first records were read again when the next commit is due.
        List<Long> again = new ArrayList<>();
        LongStream.rangeClosed(10, 20).filter(after::receive).forEach(again::add);
        assertThat(again).containsExactly(10L);
        after.done(10);
        OffsetAndMetadata commit = commit(after);
        assertThat(commit.offset()).isEqualTo(50);
        assertThat(repeated(commit, 50, 101)).containsExactly(50L, 100L, 101L);
    }

    @Test
    void anyHistoryOfWorkAndRestartsRepeatsOnlyWhatIsOpen() {
        Random random = new Random(42);
        for (int history = 0; history < 300; history++) {
            TreeSet<Long> open = new TreeSet<>(LongStream.range(0, 200).boxed().toList());
            @Nullable OffsetAndMetadata committed = null;
            for (int run = 0; run < 4; run++) {
                PartitionOffsets offsets = PartitionOffsets.from(committed);
                long from = committed == null ? 0 : committed.offset();
                long to = Math.min(199, from + random.nextInt(150));
                List<Long> taken = new ArrayList<>();
                LongStream.rangeClosed(from, to).filter(offsets::receive).forEach(taken::add);
                assertThat(taken).containsExactlyElementsOf(open.headSet(to, true));
                for (long offset : taken) {
                    if (random.nextInt(3) > 0) {
                        offsets.done(offset);
                        open.remove(offset);
                    }
                }
                OffsetAndMetadata commit = offsets.commit();
                committed = commit == null ? committed : commit;
            }
        }
    }

    @Test
    void aThousandScatteredOpenOffsetsFitWhatABrokerKeeps() {
        PartitionOffsets offsets = received(0, 20_000);
        LongStream.rangeClosed(0, 20_000).filter(offset -> offset % 10 != 0).forEach(offsets::done);
        OffsetAndMetadata commit = commit(offsets);
        assertThat(commit.metadata().length()).isLessThan(4_096);
        // What did not fit is repeated; nothing is left out.
        assertThat(repeated(commit, 0, 20_000))
                .containsAll(LongStream.rangeClosed(0, 2_000)
                        .map(tenth -> tenth * 10)
                        .boxed()
                        .toList());
    }

    @Test
    void foreignMetadataMeansThatEverythingIsRepeated() {
        for (String metadata : List.of("", "x", "1:", "1:zz", "1:!:?", "2:a:b")) {
            assertThat(repeated(new OffsetAndMetadata(3, metadata), 3, 5)).contains(3L, 4L, 5L);
        }
    }

    private static PartitionOffsets received(long from, long to) {
        PartitionOffsets offsets = PartitionOffsets.from(null);
        LongStream.rangeClosed(from, to).forEach(offsets::receive);
        return offsets;
    }

    private static OffsetAndMetadata commit(PartitionOffsets offsets) {
        OffsetAndMetadata commit = offsets.commit();
        if (commit == null) {
            throw new AssertionError("nothing to commit");
        }
        return commit;
    }

    private static List<Long> repeated(OffsetAndMetadata commit, long from, long to) {
        PartitionOffsets after = PartitionOffsets.from(commit);
        return LongStream.rangeClosed(Math.max(from, commit.offset()), to)
                .filter(after::receive)
                .boxed()
                .toList();
    }
}
