package dev.sluice.developer.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Generation;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationMapperTest {

    @Test
    void aChangeLosesNothingOnTheWayThereAndBack() {
        Generation change = Generations.ready("c-1");
        assertThat(GenerationMapper.toDomain(GenerationMapper.toWire(change))).isEqualTo(change);
    }

    @ParameterizedTest
    @EnumSource(Ending.Cause.class)
    void aFailureLosesNothingAndHasNoHead(Ending.Cause cause) {
        Generation failure = Generations.of("c-1", new Ending.Failed(cause, null, "Do this.", null));
        CodeGenerated event = GenerationMapper.toWire(failure);
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.valueOf(cause.name()));
        assertThat(event.getHeadSha()).isNull();
        assertThat(event.getFailure()).isEqualTo("Do this.");
        assertThat(GenerationMapper.toDomain(event)).isEqualTo(failure);
    }
}
