package dev.sluice.developer.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.Assignments;
import dev.sluice.developer.domain.Assignment;
import org.junit.jupiter.api.Test;

class StoryMapperTest {

    @Test
    void losesNothingOnTheWayThereAndBack() {
        Assignment assignment = Assignments.of("/repo", 2);
        assertThat(StoryMapper.toDomain(StoryMapper.toWire(assignment))).isEqualTo(assignment);
    }
}
