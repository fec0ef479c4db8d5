package dev.sluice.benchmarks.scenario;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.Story;
import dev.sluice.events.StoryPlanned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Stories of the size of real ones: about 600 bytes on the log. */
final class Stories {

    /** Key of every story where one reply serves all. */
    static final String ANY = "any";

    private static final Actor REQUESTER =
            Actor.newBuilder().setId("benchmark").setKind(ActorKind.PERSON).build();

    private Stories() {}

    /** Key of a story with replies of its own. */
    static String key(int number) {
        return "s" + number;
    }

    static StoryPlanned planned(String requirementId, String key, int number, String repository) {
        return StoryPlanned.newBuilder()
                .setStoryId(requirementId + "/" + key)
                .setRequirementId(requirementId)
                .setPlanRevision(1)
                .setRevision(1)
                .setStory(story(key, number))
                .setRepository(RepositoryRef.newBuilder()
                        .setUrl(repository)
                        .setBaseBranch(Sample.BRANCH)
                        .build())
                .setRequestedBy(REQUESTER)
                .setPlannedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static Story story(String key, int number) {
        return Story.newBuilder()
                .setKey(key)
                .setTitle("Greet visitor " + number + " by name")
                .setDescription("The greeting names nobody. Visitors come back more often when they are greeted by"
                        + " name, so it has to name visitor " + number + ". The wording stays as it is.")
                .setAcceptanceCriteria(List.of(
                        "The greeting is \"" + Sample.greeting(number) + "\".",
                        "A test shows the new greeting.",
                        "The tests that are there still pass."))
                .setRationale("It can be delivered by itself.")
                .setDependsOn(List.of())
                .setRisks(List.of("Another change of the greeting at the same time."))
                .setConfidence(0.9)
                .build();
    }
}
