package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.domain.Authorship;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Generation;
import dev.sluice.developer.domain.Party;
import dev.sluice.developer.domain.TestRun;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.Provenance;
import java.util.Objects;

/** {@code code.generated}. */
final class GenerationMapper {

    static final String PRODUCER = "developer-agent-service";
    private static final Party NOBODY = new Party("unknown", Party.Kind.UNKNOWN, null);

    private GenerationMapper() {}

    static CodeGenerated toWire(Generation generation) {
        CodeGenerated.Builder event = CodeGenerated.newBuilder()
                .setChangeId(generation.changeId())
                .setStoryId(generation.storyId())
                .setRequirementId(generation.requirementId())
                .setOrigin(ChangeOrigin.STORY)
                .setRepository(PartyMapper.toWire(generation.repository()))
                .setStory(StoryMapper.toWire(generation.story()))
                .setBaseSha(generation.ending().baseSha())
                .setAttempts(generation.attempts().stream()
                        .map(AttemptMapper::toWire)
                        .toList())
                .setTestReport(TestRunMapper.toWireOrNull(generation.ending().tests()))
                .setProvenance(provenance(generation))
                .setRebasedFrom(generation.rebasedFrom())
                .setGeneratedAt(generation.generatedAt());
        return switch (generation.ending()) {
            case Ending.Ready ready ->
                event.setOutcome(CodeOutcome.READY)
                        .setHeadSha(ready.headSha())
                        .setBranch(ready.branch())
                        .build();
            case Ending.Failed failed ->
                event.setOutcome(CodeOutcome.valueOf(failed.cause().name()))
                        .setFailure(failed.advice())
                        .build();
        };
    }

    static Generation toDomain(CodeGenerated event) {
        Provenance provenance = event.getProvenance();
        Party requestedBy = PartyMapper.toDomainOrNull(provenance.getRequestedBy());
        return new Generation(
                event.getChangeId(),
                event.getStoryId(),
                event.getRequirementId(),
                PartyMapper.toDomain(event.getRepository()),
                StoryMapper.toDomain(Objects.requireNonNull(event.getStory(), "Our own changes carry their story.")),
                requestedBy == null ? NOBODY : requestedBy,
                PartyMapper.toDomainOrNull(provenance.getApprovedBy()),
                ending(event),
                event.getAttempts().stream().map(AttemptMapper::toDomain).toList(),
                new Authorship(provenance.getModel(), provenance.getPromptVersion(), provenance.getContextFiles()),
                event.getRebasedFrom(),
                event.getGeneratedAt());
    }

    private static Ending ending(CodeGenerated event) {
        TestRun tests = TestRunMapper.toDomainOrNull(event.getTestReport());
        if (event.getOutcome() == CodeOutcome.READY && tests != null) {
            return new Ending.Ready(event.getBaseSha(), event.getHeadSha(), event.getBranch(), tests);
        }
        Ending.Cause cause = event.getOutcome() == CodeOutcome.UNKNOWN || event.getOutcome() == CodeOutcome.READY
                ? Ending.Cause.REPOSITORY_FAILED
                : Ending.Cause.valueOf(event.getOutcome().name());
        return new Ending.Failed(cause, event.getBaseSha(), Objects.toString(event.getFailure(), ""), tests);
    }

    private static Provenance provenance(Generation generation) {
        return Provenance.newBuilder()
                .setProducer(PRODUCER)
                .setModel(generation.authorship().model())
                .setPromptVersion(generation.authorship().promptVersion())
                .setRequestedBy(PartyMapper.toWire(generation.requestedBy()))
                .setApprovedBy(PartyMapper.toWireOrNull(generation.approvedBy()))
                .setContextFiles(generation.authorship().contextFiles())
                .build();
    }
}
