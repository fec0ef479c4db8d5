package dev.sluice.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.testing.scripted.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories through all six services on real parts; the model is a scripted HTTP server. */
class DeliveryIT {

    private final RunningStack sluice = RunningStack.get();

    @TempDir
    Path folder;

    @Test
    void landsAStoryAndSaysWhy() {
        ShellProject project = ShellProject.create(folder, "lands");
        sluice.developerAnswers("Add alpha", ShellProject.reply("alpha"));

        JsonNode run = sluice.ended(sluice.submit(project, "Add alpha"));

        assertThat(run.path("state").asText()).isEqualTo("MERGED");
        assertThat(project.read("alpha.sh")).isEqualTo("echo alpha\n");
        JsonNode change = RunningStack.change(run);
        assertThat(change.path("decision").path("reasons")).isNotEmpty();
        assertThat(change.path("merge").path("asEvaluated").asBoolean()).isTrue();
        assertThat(change.path("reviews")).hasSize(4);
    }

    @Test
    void runsARequirementSubmittedTwiceOnce() {
        ShellProject project = ShellProject.create(folder, "twice");
        sluice.developerAnswers("Add beta", ShellProject.reply("beta"));

        String first = sluice.submit(project, "Add beta");
        String second = sluice.submit(project, "Add beta");
        sluice.ended(first);

        assertThat(second).isEqualTo(first);
        assertThat(sluice.events(Topics.STORY_PLANNED, first)).hasSize(1);
        assertThat(sluice.events(Topics.CODE_GENERATED, first)).hasSize(1);
        assertThat(sluice.events(Topics.RELEASE_DECIDED, first)).hasSize(1);
    }

    @Test
    void asksBackAboutAnEmptyStory() {
        ShellProject project = ShellProject.create(folder, "empty");

        String id = sluice.submit(project.path().toString(), "Improve it", "");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> sluice.run(id).path("state").asText().equals("CLARIFICATION"));
        assertThat(sluice.run(id).path("clarifications").path(0).path("questions"))
                .isNotEmpty();
        assertThat(sluice.events(Topics.STORY_PLANNED, id)).isEmpty();
    }

    @Test
    void saysWhatToDoAboutARepositoryThatDoesNotExist() {
        JsonNode run = sluice.ended(
                sluice.submit(folder.resolve("nowhere.git").toString(), "Add gamma", "A thing with a test."));

        assertThat(run.path("state").asText()).isIn("FAILED", "BLOCKED");
        assertThat(RunningStack.change(run).path("outcome").asText()).isEqualTo("REPOSITORY_FAILED");
        assertThat(RunningStack.change(run).path("failure").asText()).contains("nowhere.git");
    }

    @ParameterizedTest
    @CsvSource({"../outside.sh", "/etc/outside.sh", ".git/hooks/post-commit", ".sluice/policy.yaml"})
    void blocksAnEditThatLeavesTheTreeOrTouchesAProtectedPath(String path) {
        String title = "Write " + path;
        ShellProject project = ShellProject.create(folder, "outside");
        String reply = "Here it is.\n\n" + path + "\n```sh\necho out\n```\n";
        sluice.developerAnswers(title, reply);
        sluice.model
                .when(asked -> asked.model().equals("repair") && asked.text().contains(title))
                .answers(reply);

        JsonNode run = sluice.ended(sluice.submit(project, title));

        assertThat(run.path("state").asText()).isEqualTo("BLOCKED");
        assertThat(RunningStack.change(run)
                        .path("decision")
                        .path("reasons")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("EDITS_REFUSED");
        assertThat(project.head("main"))
                .isEqualTo(RunningStack.change(run).path("baseSha").asText());
    }

    @Test
    void failsAndSaysWhyWhenTheModelIsDown() {
        ShellProject project = ShellProject.create(folder, "down");
        sluice.model
                .when(asked -> asked.model().equals("developer") && asked.text().contains("Add delta"))
                .answers(Answer.status(503));

        JsonNode run = sluice.ended(sluice.submit(project, "Add delta"));

        assertThat(run.path("state").asText()).isEqualTo("FAILED");
        assertThat(RunningStack.change(run).path("decision").path("outcome").asText())
                .isEqualTo("BLOCKED");
        assertThat(RunningStack.change(run).path("outcome").asText()).isEqualTo("MODEL_FAILED");
        assertThat(RunningStack.change(run).path("failure").asText()).contains("503");
    }

    @Test
    void replaysAnApprovedChangeOnABaseThatMoved() {
        ShellProject project = ShellProject.create(folder, "moves");
        sluice.developerAnswers("Add epsilon", ShellProject.reply("epsilon"));
        sluice.model
                .when(asked -> asked.model().equals("reviewer") && asked.text().contains("Add epsilon"))
                .answers(
                        Answer.text(RunningStack.APPROVAL).after(Duration.ofSeconds(3)),
                        Answer.text(RunningStack.APPROVAL));

        String id = sluice.submit(project, "Add epsilon");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !sluice.events(Topics.CODE_GENERATED, id).isEmpty());
        String moved = project.moveBase(folder, "moved.txt");
        JsonNode run = sluice.ended(id);

        assertThat(run.path("state").asText()).isEqualTo("MERGED");
        List<CodeGenerated> changes = sluice.events(Topics.CODE_GENERATED, id);
        assertThat(changes).hasSize(2);
        assertThat(changes.getLast().getBaseSha()).isEqualTo(moved);
        assertThat(changes.getLast().getRebasedFrom())
                .isEqualTo(changes.getFirst().getChangeId());
        assertThat(project.read("moved.txt")).isEqualTo("moved\n");
        assertThat(project.read("epsilon.sh")).isEqualTo("echo epsilon\n");
    }

    @Test
    void gatesAChangeThatSomebodyElseWrote() {
        ShellProject project = ShellProject.create(folder, "outsider");
        String base = project.head("main");
        String head = project.branch(
                folder, "pr-1", "zeta.sh", "echo zeta\n", "tests/zeta.sh", "test \"$(sh zeta.sh)\" = zeta\n");

        JsonNode answer = sluice.console.post(
                "/changes",
                Map.of(
                        "repository",
                        Map.of("url", project.path().toString()),
                        "baseSha",
                        base,
                        "headSha",
                        head,
                        "branch",
                        "pr-1"));
        JsonNode run = sluice.ended(answer.path("runId").asText());

        JsonNode change = RunningStack.change(run);
        assertThat(change.path("origin").asText()).isEqualTo("OUTSIDE");
        assertThat(change.path("decision").path("reasons")).isNotEmpty();
        assertThat(change.path("reviews")).hasSize(4);
    }

    @Test
    void findsNoSecretInTheTestsEnvironment() {
        ShellProject project = ShellProject.create(folder, "spy");
        sluice.developerAnswers("Add spy", """
                It looks around.

                spy.sh
                ```sh
                env; tr '\\0' '\\n' < /proc/1/environ; tr '\\0' '\\n' < /proc/self/environ
                ```

                tests/spy.sh
                ```sh
                sh spy.sh | grep -iE 'sk-test|api.?key|SLUICE|PASSWORD' && exit 1
                exit 0
                ```
                """);

        JsonNode run = sluice.ended(sluice.submit(project, "Add spy"));

        assertThat(RunningStack.change(run).path("testReport").path("outcome").asText())
                .isEqualTo("PASSED");
    }
}
