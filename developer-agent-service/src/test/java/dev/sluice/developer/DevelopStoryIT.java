package dev.sluice.developer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.developer.adapter.kafka.Planned;
import dev.sluice.events.Attempt;
import dev.sluice.events.AttemptOutcome;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.TestOutcome;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevelopStoryIT extends DeveloperAgentFixture {
    @Test
    void aStoryBecomesATestedCommitOnItsBranch() {
        model.forModel("developer").answers(Replies.GOOD);
        CodeGenerated event = develop();
        assertThat(event.getFailure()).isNull();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.READY);
        assertThat(event.getTestReport().getOutcome()).isEqualTo(TestOutcome.PASSED);
        assertThat(event.getTestReport().getPassed()).isEqualTo(2);
        assertThat(event.getProvenance().getContextFiles()).contains("greeting.py", "test_greeting.py", "README.md");
        assertThat(event.getProvenance().getModel()).isEqualTo("scripted/developer");
        assertThat(event.getAttempts().getFirst().getFilesChanged())
                .containsExactlyInAnyOrder("greeting.py", "test_greeting_name.py");
        assertThat(upstream.git("rev-parse", event.getBranch())).isEqualTo(event.getHeadSha());
        assertThat(upstream.git(
                        "log", "-1", "--format=%an %ct %(trailers:key=Sluice-Story,valueonly)", event.getHeadSha()))
                .isEqualTo("Sluice " + Assignments.PLANNED_AT.getEpochSecond() + " r-1/greet");
        assertThat(upstream.git("rev-parse", event.getHeadSha() + "^")).isEqualTo(event.getBaseSha());
    }

    @Test
    void equalInputGivesAnEqualCommitOnAnotherMachine() {
        model.forModel("developer").answers(Replies.GOOD);
        String first = develop().getHeadSha();
        RecordingEventPublisher others = new RecordingEventPublisher();
        try (DeveloperAgent other = new DeveloperAgent(
                directory.resolve("elsewhere"),
                model.baseUrl(),
                new InMemoryJournal(),
                others,
                Duration.ofMinutes(1))) {
            other.stories.on(Planned.event(assignment()), CAUSE);
        }
        assertThat(others.events(Topics.CODE_GENERATED).getFirst().getHeadSha()).isEqualTo(first);
    }

    @Test
    void failingTestsArePutRightByTheOneFixAttempt() {
        model.forModel("developer").answers(Replies.WRONG);
        model.forModel("repair").answers(Replies.FIX);
        CodeGenerated event = develop();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.READY);
        assertThat(event.getAttempts())
                .extracting(Attempt::getOutcome)
                .containsExactly(AttemptOutcome.TESTS_FAILED, AttemptOutcome.TESTS_PASSED);
        assertThat(model.asked("repair").getFirst().text()).contains("'Hello Ada' != 'HelloAda'");
        assertThat(upstream.git("show", event.getHeadSha() + ":greeting.py")).contains("\"Hello \" + name");
    }

    @Test
    void aRepairThatIsWrittenAgainstTheBaseReplacesTheFirstAttempt() {
        model.forModel("developer").answers(Replies.WRONG);
        model.forModel("repair").answers(Replies.GOOD);
        assertThat(develop().getOutcome()).isEqualTo(CodeOutcome.READY);
    }

    @Test
    void testsThatStayRedEndInAFailureWithoutABranch() {
        model.forModel("developer").answers(Replies.WRONG);
        model.forModel("repair")
                .answers(Replies.replace("greeting.py", "    return \"Hello\" + name", "    return \"Hi\" + name"));
        CodeGenerated event = develop();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.TESTS_FAILED);
        assertThat(event.getFailure()).contains("After 2 attempts").contains("test_names_the_person");
        assertThat(event.getHeadSha()).isNull();
        assertThat(upstream.branches()).isEmpty();
    }

    @Test
    void aProcessThatDiesBeforeItsEventPaysNothingTwiceAndTellsOneResult() {
        model.forModel("developer").answers(Replies.GOOD, Replies.WRONG);
        publisher.failNext(20);
        assertThatThrownBy(this::develop).isInstanceOf(TransientFailure.class);
        publisher.failNext(0);
        String head = upstream.git("rev-parse", upstream.branches().getFirst());
        upstream.commit("The base moves meanwhile", Map.of("other.py", "x = 1\n"));
        agent.close();
        agent = agent("workspace-of-the-next-process");

        CodeGenerated event = develop();
        develop();

        assertThat(model.asked()).hasSize(1);
        assertThat(event.getHeadSha()).isEqualTo(head);
        assertThat(event.getBaseSha()).isEqualTo(upstream.git("rev-parse", "main^"));
        assertThat(publisher.events(Topics.CODE_GENERATED)).hasSize(1);
    }

    @Test
    void aNewRevisionReplacesWhatTheEarlierOneLeftOnTheBranch() {
        model.forModel("developer")
                .answers(
                        Replies.GOOD,
                        Replies.GOOD.replace("I greet", "I now greet").replace("Ada\"))", "Ada\") + \"\")"));
        CodeGenerated first = develop();
        CodeGenerated second = develop(Assignments.of(upstream.url(), 2), Assignments.delivery("e-2"));
        assertThat(second.getOutcome()).isEqualTo(CodeOutcome.READY);
        assertThat(second.getHeadSha()).isNotEqualTo(first.getHeadSha());
        assertThat(upstream.git("rev-parse", first.getBranch())).isEqualTo(second.getHeadSha());
    }

    @Test
    void aRepositoryThatNobodyCanTestGoesToPeople() throws IOException {
        Upstream plain = Upstream.plain(Files.createDirectory(directory.resolve("plain")));
        model.forModel("developer").answers(Replies.file("notes.txt", "Hello Ada\n"));
        CodeGenerated event = develop(Assignments.of(plain.url()), CAUSE);
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.READY);
        assertThat(event.getTestReport().getOutcome()).isEqualTo(TestOutcome.NO_TESTS_RAN);
    }

    @Test
    void aQuestionIsAskedInsteadOfWrittenCode() {
        model.forModel("developer")
                .answers("{\"clarification\":[{\"question\":\"Which greeting?\",\"options\":[\"Hello\"]}]}");
        agent.stories.on(Planned.event(assignment()), CAUSE);
        assertThat(publisher.events(Topics.CODE_GENERATED)).isEmpty();
        assertThat(publisher.events(Topics.CLARIFICATION_REQUESTED)).hasSize(1);
    }
}
