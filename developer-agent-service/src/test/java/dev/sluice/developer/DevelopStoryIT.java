package dev.sluice.developer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.developer.adapter.kafka.Planned;
import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Repository;
import dev.sluice.events.Attempt;
import dev.sluice.events.AttemptOutcome;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.TestOutcome;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import dev.sluice.testing.scripted.Answer;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopStoryIT {

    private static final Delivery CAUSE = Assignments.delivery("e-1");

    @TempDir
    Path directory;

    private final ScriptedModelServer model = ScriptedModelServer.start();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final RecordingEventPublisher publisher = new RecordingEventPublisher();
    private Upstream upstream;
    private DeveloperAgent agent;

    @BeforeEach
    void start() {
        upstream = Upstream.withProject(directory);
        agent = agent("workspace");
    }

    @AfterEach
    void stop() {
        agent.close();
        model.close();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.py",
                "/tmp/sluice-outside.py",
                ".git/hooks/post-checkout",
                "link/outside.py",
                ".github/workflows/x.yml"
            })
    void editsOutsideAreRefusedAndWriteNothing(String path) {
        upstream.link("link", directory.toString());
        model.forModel("developer").answers(Replies.file(path, "print('outside')\n"));
        model.forModel("repair").answers(Replies.file(path, "print('outside')\n"));
        CodeGenerated event = develop();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.EDITS_REFUSED);
        assertThat(event.getAttempts()).hasSize(2).allMatch(attempt -> attempt.getDetail() != null);
        assertThat(directory.resolve("outside.py")).doesNotExist();
        assertThat(Path.of("/tmp/sluice-outside.py")).doesNotExist();
        assertThat(upstream.branches()).isEmpty();
    }

    @Test
    void editsThatMatchNothingOrTwiceAreRefusedWithWhatIsThere() {
        upstream.commit("Twice", Map.of("twice.py", "x = 1\ny = 2\nx = 1\n"));
        model.forModel("developer").answers(Replies.replace("greeting.py", "return 'Good day'", "return 'Hi'"));
        model.forModel("repair").answers(Replies.replace("twice.py", "x = 1", "x = 3"));
        CodeGenerated event = develop();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.EDITS_REFUSED);
        assertThat(event.getAttempts().get(0).getDetail()).contains("greeting.py");
        assertThat(event.getAttempts().get(1).getDetail()).contains("twice.py");
        assertThat(model.asked("repair").getFirst().text()).contains("none of them was applied");
    }

    @Test
    void aModelThatIsDownSlowOrTalksNonsenseIsAnOutcomeWithAdvice() {
        for (Answer answer :
                List.of(Answer.status(500), Answer.never(), Answer.garbage(), Answer.text("I'd rather not."))) {
            model.reset();
            model.forModel("developer").answers(answer);
            CodeGenerated event = develop(assignment(), Assignments.delivery("e-" + answer));
            assertThat(event.getOutcome()).isEqualTo(CodeOutcome.MODEL_FAILED);
            assertThat(event.getFailure()).isNotBlank();
        }
    }

    @Test
    void repositoriesThatAreMissingEmptyOrClosedAreOutcomesWithAdvice() throws IOException {
        assertThat(repositoryFailure(directory.resolve("nowhere.git").toString()))
                .contains("There is no repository");
        Path other = Files.createDirectory(directory.resolve("other"));
        assertThat(repositoryFailure(Upstream.empty(other).url())).containsIgnoringCase("commit");
        HttpServer closed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        closed.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        closed.start();
        try {
            assertThat(repositoryFailure(
                            "http://127.0.0.1:" + closed.getAddress().getPort() + "/closed.git"))
                    .containsIgnoringCase("credential");
        } finally {
            closed.stop(0);
        }
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void testsThatHangAreEnded() {
        agent.close();
        agent = new DeveloperAgent(
                directory.resolve("quick"), model.baseUrl(), journal, publisher, Duration.ofSeconds(2));
        String hanging = Replies.file(
                "test_hang.py",
                "import time, unittest\n\nclass Hang(unittest.TestCase):\n    def test_hangs(self):\n        time.sleep(600)\n");
        model.forModel("developer").answers(hanging);
        model.forModel("repair").answers(hanging);
        CodeGenerated event = develop();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.TESTS_FAILED);
        assertThat(event.getAttempts().getFirst().getOutcome()).isEqualTo(AttemptOutcome.TIMED_OUT);
        assertThat(event.getFailure()).contains("did not end in time");
    }

    @Test
    void testsFindNoSecretInTheirEnvironment() {
        model.forModel("developer").answers(Replies.file("test_nosy.py", NOSY));
        CodeGenerated event = develop();
        assertThat(event.getAttempts().getFirst().getTestReport().getFailures()).isEmpty();
        assertThat(event.getTestReport().getPassed()).isEqualTo(3);
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
    void aBranchThatSomebodyElseWroteIsLeftAlone() {
        model.forModel("developer").answers(Replies.GOOD);
        String branch = develop().getBranch();
        String foreign = upstream.commitTo(branch.replace("sluice/", "tmp-"), "Mine", Map.of("mine.py", "x = 1\n"));
        upstream.git("update-ref", "refs/heads/" + branch, foreign);
        CodeGenerated event = develop(assignment(), Assignments.delivery("e-2"));
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.REPOSITORY_FAILED);
        assertThat(event.getFailure()).contains(foreign);
        assertThat(upstream.git("rev-parse", branch)).isEqualTo(foreign);
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
    void aPolicyThatCannotBeReadStopsTheWorkBeforeAModelIsPaid() {
        upstream.commit("Policy", Map.of(".sluice/policy.yaml", "autoMerge: perhaps\n"));
        CodeGenerated event = develop();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.REPOSITORY_FAILED);
        assertThat(event.getFailure()).contains(".sluice/policy.yaml");
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void aQuestionIsAskedInsteadOfWrittenCode() {
        model.forModel("developer")
                .answers("{\"clarification\":[{\"question\":\"Which greeting?\",\"options\":[\"Hello\"]}]}");
        agent.stories.on(Planned.event(assignment()), CAUSE);
        assertThat(publisher.events(Topics.CODE_GENERATED)).isEmpty();
        assertThat(publisher.events(Topics.CLARIFICATION_REQUESTED)).hasSize(1);
    }

    private String repositoryFailure(String url) {
        Assignment a = assignment();
        Assignment elsewhere = new Assignment(
                a.storyId(),
                a.requirementId(),
                1,
                1,
                a.story(),
                new Repository(url, ""),
                a.requestedBy(),
                null,
                List.of(),
                a.plannedAt());
        CodeGenerated event = develop(elsewhere, Assignments.delivery("e-" + url));
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.REPOSITORY_FAILED);
        return event.getFailure();
    }

    private Assignment assignment() {
        return Assignments.of(upstream.url());
    }

    private CodeGenerated develop() {
        return develop(assignment(), CAUSE);
    }

    private CodeGenerated develop(Assignment assignment, Delivery cause) {
        agent.stories.on(Planned.event(assignment), cause);
        return publisher.events(Topics.CODE_GENERATED).getLast();
    }

    private DeveloperAgent agent(String workspace) {
        return new DeveloperAgent(
                directory.resolve(workspace), model.baseUrl(), journal, publisher, Duration.ofMinutes(1));
    }

    /** Fails with what it finds; the variables of this JVM (a build machine's tokens, say) must not be among it. */
    private static final String NOSY = """
            import os, unittest

            ALLOWED = {"PATH", "HOME", "TMPDIR", "LANG", "TZ", "PWD", "SHLVL", "_", "LC_CTYPE", "OLDPWD",
                       "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONUNBUFFERED", "PYTEST_CURRENT_TEST", "PYTEST_VERSION"}

            def names(data):
                return {part.split(b"=")[0].decode() for part in data.split(b"\\0") if b"=" in part}

            class Nosy(unittest.TestCase):
                def test_own_environment(self):
                    self.assertEqual(set(), set(os.environ) - ALLOWED)

                def test_every_readable_environment(self):
                    for pid in [p for p in os.listdir("/proc") if p.isdigit()]:
                        try:
                            with open("/proc/" + pid + "/environ", "rb") as f:
                                self.assertEqual(set(), names(f.read()) - ALLOWED, "in process " + pid)
                        except OSError:
                            pass
            """;
}
