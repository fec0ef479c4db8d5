package dev.sluice.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.testing.scripted.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Services killed with kill -9, brokers and Redis restarted: nothing lost, nothing doubled, no answer paid twice. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningStack sluice = RunningStack.get();

    @TempDir
    Path folder;

    @Test
    void endsInOneChangeWhenTheDeveloperIsKilledWhileTheModelAnswers() {
        ShellProject project = ShellProject.create(folder, "answering");
        sluice.model
                .when(asked -> asked.model().equals("developer") && asked.text().contains("Add eta"))
                .answers(
                        Answer.text(ShellProject.reply("eta")).after(Duration.ofSeconds(4)),
                        Answer.text(ShellProject.reply("eta")));
        String id = sluice.submit(project, "Add eta");
        await().atMost(PATIENCE).until(() -> asked("Add eta") == 1);

        sluice.developer.killAndRestart();

        assertMergedOnce(sluice.ended(id), id);
        assertThat(asked("Add eta"))
                .as("the answer that the dead process never got, and one more")
                .isEqualTo(2);
    }

    /** The broker is away while the developer pushes, so that its event cannot have gone out when it is killed. */
    @Test
    void endsInOneChangeWhenTheDeveloperIsKilledAfterThePushAndBeforeItsEvent() {
        ShellProject project = ShellProject.create(folder, "pushed");
        sluice.model
                .when(asked -> asked.model().equals("developer") && asked.text().contains("Add theta"))
                .answers(Answer.text(ShellProject.reply("theta")).after(Duration.ofSeconds(2)));
        String id = sluice.submit(project, "Add theta");
        await().atMost(PATIENCE).until(() -> asked("Add theta") == 1);
        sluice.stack.parts().kafka().stop();
        await().atMost(PATIENCE).until(project::hasChangeBranch);

        sluice.developer.kill();
        sluice.stack.parts().kafka().start();
        assertThat(sluice.events(Topics.CODE_GENERATED, id)).isEmpty();
        sluice.developer.start();

        assertMergedOnce(sluice.ended(id), id);
        assertThat(asked("Add theta")).as("paid once").isEqualTo(1);
    }

    @Test
    void endsInOneChangeWhenTheDeveloperIsKilledInTheMiddleOfATestRun() {
        ShellProject project = ShellProject.create(folder, "testing");
        sluice.developerAnswers("Add iota", ShellProject.reply("iota") + """

                        tests/slow.sh
                        ```sh
                        sleep 4
                        sh iota.sh
                        ```
                        """);
        String id = sluice.submit(project, "Add iota");
        await().atMost(PATIENCE).until(() -> asked("Add iota") == 1);
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.allProcesses()
                        .anyMatch(process ->
                                process.info().commandLine().orElse("").contains("tests/slow.sh")));

        sluice.developer.killAndRestart();

        assertMergedOnce(sluice.ended(id), id);
        assertThat(asked("Add iota")).as("paid once").isEqualTo(1);
    }

    @Test
    void decidesOnceWhenTheGateIsKilledBetweenTwoVerdicts() {
        ShellProject project = ShellProject.create(folder, "verdicts");
        sluice.developerAnswers("Add kappa", ShellProject.reply("kappa"));
        sluice.model
                .when(asked -> asked.model().equals("reviewer") && asked.text().contains("Add kappa"))
                .answers(
                        Answer.text(RunningStack.APPROVAL),
                        Answer.text(RunningStack.APPROVAL).after(Duration.ofSeconds(4)),
                        Answer.text(RunningStack.APPROVAL));
        String id = sluice.submit(project, "Add kappa");
        await().atMost(PATIENCE)
                .until(() -> !sluice.events(Topics.REVIEW_COMPLETED, id).isEmpty());

        sluice.gate.killAndRestart();

        assertMergedOnce(sluice.ended(id), id);
    }

    @Test
    void losesAndDoublesNothingWhenTheBrokerRestarts() {
        ShellProject project = ShellProject.create(folder, "broker");
        sluice.model
                .when(asked -> asked.model().equals("developer") && asked.text().contains("Add lambda"))
                .answers(Answer.text(ShellProject.reply("lambda")).after(Duration.ofSeconds(2)));
        String id = sluice.submit(project, "Add lambda");
        await().atMost(PATIENCE).until(() -> asked("Add lambda") == 1);

        sluice.stack.parts().kafka().stop();
        sluice.stack.parts().kafka().start();

        assertMergedOnce(sluice.ended(id), id);
        assertThat(asked("Add lambda")).as("paid once").isEqualTo(1);
    }

    @Test
    void losesAndDoublesNothingWhenRedisRestartsEmpty() {
        ShellProject project = ShellProject.create(folder, "redis");
        sluice.model
                .when(asked -> asked.model().equals("developer") && asked.text().contains("Add mu"))
                .answers(Answer.text(ShellProject.reply("mu")).after(Duration.ofSeconds(2)));
        String id = sluice.submit(project, "Add mu");
        await().atMost(PATIENCE).until(() -> asked("Add mu") == 1);

        try (Jedis redis = new Jedis(URI.create(sluice.stack.parts().redis().url()))) {
            redis.flushAll();
        }
        sluice.stack.parts().redis().stop();
        sluice.stack.parts().redis().start();

        assertMergedOnce(sluice.ended(id), id);
    }

    private long asked(String title) {
        return sluice.model.asked("developer").stream()
                .filter(asked -> asked.text().contains(title))
                .count();
    }

    private void assertMergedOnce(JsonNode run, String id) {
        assertThat(run.path("state").asText()).as(run.path("reason").asText()).isEqualTo("MERGED");
        assertThat(sluice.events(Topics.CODE_GENERATED, id)).hasSize(1);
        assertThat(sluice.events(Topics.REVIEW_COMPLETED, id)).hasSize(4);
        assertThat(sluice.events(Topics.RELEASE_DECIDED, id)).hasSize(1);
        assertThat(sluice.events(Topics.CHANGE_MERGED, id)).hasSize(1);
    }
}
