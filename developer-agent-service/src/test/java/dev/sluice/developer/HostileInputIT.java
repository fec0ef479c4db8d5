package dev.sluice.developer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Repository;
import dev.sluice.events.AttemptOutcome;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.testing.scripted.Answer;
import dev.sluice.testing.tools.Needs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputIT extends DeveloperAgentFixture {
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
        Needs.bubblewrap();
        model.forModel("developer").answers(Replies.file("test_nosy.py", NOSY));
        CodeGenerated event = develop();
        assertThat(event.getAttempts().getFirst().getTestReport().getFailures()).isEmpty();
        assertThat(event.getTestReport().getPassed()).isEqualTo(3);
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
    void aPolicyThatCannotBeReadStopsTheWorkBeforeAModelIsPaid() {
        upstream.commit("Policy", Map.of(".sluice/policy.yaml", "autoMerge: perhaps\n"));
        CodeGenerated event = develop();
        assertThat(event.getOutcome()).isEqualTo(CodeOutcome.REPOSITORY_FAILED);
        assertThat(event.getFailure()).contains(".sluice/policy.yaml");
        assertThat(model.asked()).isEmpty();
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
