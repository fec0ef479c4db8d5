package dev.sluice.developer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.adapter.kafka.Planned;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.RefusalCause;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebaseChangeIT {

    @TempDir
    Path directory;

    private final ScriptedModelServer model = ScriptedModelServer.start();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final RecordingEventPublisher publisher = new RecordingEventPublisher();
    private Upstream upstream;
    private DeveloperAgent agent;
    private CodeGenerated first;

    @BeforeEach
    void developOnABaseThatThenMoves() {
        upstream = Upstream.withProject(directory);
        agent = new DeveloperAgent(
                directory.resolve("workspace"), model.baseUrl(), journal, publisher, Duration.ofMinutes(1));
        model.forModel("developer").answers(Replies.GOOD);
        agent.stories.on(Planned.event(Assignments.of(upstream.url())), Assignments.delivery("e-1"));
        first = publisher.events(Topics.CODE_GENERATED).getFirst();
    }

    @AfterEach
    void stop() {
        agent.close();
        model.close();
    }

    @Test
    void aChangeMovesToTheNewBaseWithoutAModel() {
        String base = upstream.commit("Unrelated", Map.of("other.py", "x = 1\n"));
        CodeGenerated moved = refuse(first, "m-1");
        assertThat(moved.getFailure()).isNull();
        assertThat(moved.getOutcome()).isEqualTo(CodeOutcome.READY);
        assertThat(moved.getRebasedFrom()).isEqualTo(first.getChangeId());
        assertThat(moved.getBaseSha()).isEqualTo(base);
        assertThat(upstream.git("rev-parse", moved.getHeadSha() + "^")).isEqualTo(base);
        assertThat(upstream.git("rev-parse", moved.getBranch())).isEqualTo(moved.getHeadSha());
        assertThat(upstream.git("log", "-1", "--format=%(trailers:key=Sluice-Story,valueonly)", moved.getHeadSha()))
                .isEqualTo("r-1/greet");
        assertThat(moved.getStory()).isEqualTo(first.getStory());
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void aRedeliveredRefusalMovesItOnce() {
        upstream.commit("Unrelated", Map.of("other.py", "x = 1\n"));
        refuse(first, "m-1");
        refuse(first, "m-1");
        assertThat(publisher.events(Topics.CODE_GENERATED)).hasSize(2);
    }

    @Test
    void whatTheJournalLostIsFoundInTheLog() {
        upstream.commit("Unrelated", Map.of("other.py", "x = 1\n"));
        journal.forget();
        assertThat(refuse(first, "m-1").getOutcome()).isEqualTo(CodeOutcome.READY);
    }

    @Test
    void aChangeOfTheSameLinesIsAConflict() {
        upstream.commit("Related", Map.of("greeting.py", "def greeting(name):\n    return \"Good day\"\n"));
        CodeGenerated conflict = refuse(first, "m-1");
        assertThat(conflict.getOutcome()).isEqualTo(CodeOutcome.CONFLICT);
        assertThat(conflict.getFailure()).contains("greeting.py");
        assertThat(upstream.git("rev-parse", first.getBranch())).isEqualTo(first.getHeadSha());
    }

    @Test
    void aChangeThatFailsOnTheNewBaseEnds() {
        upstream.commit("Related", Map.of("test_other.py", """
                import unittest
                from greeting import greeting

                class OtherTest(unittest.TestCase):
                    def test_is_short(self):
                        self.assertEqual(5, len(greeting("Ada")))
                """));
        CodeGenerated failed = refuse(first, "m-1");
        assertThat(failed.getOutcome()).isEqualTo(CodeOutcome.TESTS_FAILED);
        assertThat(failed.getFailure()).contains("test_is_short");
    }

    private CodeGenerated refuse(CodeGenerated change, String eventId) {
        MergeRefused refusal = MergeRefused.newBuilder()
                .setChangeId(change.getChangeId())
                .setStoryId(change.getStoryId())
                .setRequirementId(change.getRequirementId())
                .setRepository(change.getRepository())
                .setOrigin(ChangeOrigin.STORY)
                .setCause(RefusalCause.BASE_CHANGED)
                .setHeadSha(change.getHeadSha())
                .setBaseSha(change.getBaseSha())
                .setDetail("The base moved.")
                .setRefusedAt(Assignments.PLANNED_AT.plusSeconds(60))
                .build();
        agent.refusals.on(refusal, Assignments.delivery(eventId));
        return publisher.events(Topics.CODE_GENERATED).getLast();
    }
}
