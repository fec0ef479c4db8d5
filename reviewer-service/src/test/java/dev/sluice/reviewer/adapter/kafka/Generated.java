package dev.sluice.reviewer.adapter.kafka;

import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.Provenance;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.Story;
import dev.sluice.reviewer.Patches;
import java.util.List;

/** Changes as events. */
public final class Generated {

    private Generated() {}

    public static CodeGenerated event(String repository, String base, String head) {
        return CodeGenerated.newBuilder()
                .setChangeId("c-" + head)
                .setStoryId("r-1/greet")
                .setRequirementId("r-1")
                .setOrigin(ChangeOrigin.STORY)
                .setRepository(new RepositoryRef(repository, "main"))
                .setOutcome(CodeOutcome.READY)
                .setStory(Story.newBuilder()
                        .setKey("greet")
                        .setTitle("Greet by name")
                        .setDescription("greeting(name) says hello to the person.")
                        .setAcceptanceCriteria(List.of("greeting('Ada') is 'Hello Ada'"))
                        .setRationale("")
                        .setConfidence(1)
                        .build())
                .setBaseSha(base)
                .setHeadSha(head)
                .setBranch("change")
                .setProvenance(Provenance.newBuilder().setProducer("test").build())
                .setGeneratedAt(Patches.NOW)
                .build();
    }
}
