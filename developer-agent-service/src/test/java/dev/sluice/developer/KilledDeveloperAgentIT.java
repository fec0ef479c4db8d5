package dev.sluice.developer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.adapter.kafka.Planned;
import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Repository;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.testing.real.RealParts;
import dev.sluice.testing.real.Received;
import dev.sluice.testing.real.TestEvents;
import dev.sluice.testing.scripted.Answer;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in a process of its own, killed with SIGKILL at the three moments that hurt most. */
class KilledDeveloperAgentIT {

    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    @Test
    void aStoryEndsInOneChangeHoweverOftenTheProcessIsKilled() throws Exception {
        Upstream upstream = Upstream.withProject(directory);
        String slow = Replies.GOOD.replace("import unittest\n", "import time\nimport unittest\ntime.sleep(8)\n");
        slowPush(Path.of(upstream.url()));
        try (ScriptedModelServer model = ScriptedModelServer.start();
                TestEvents events = TestEvents.open()) {
            model.forModel("developer").answers(Answer.text(slow).after(Duration.ofSeconds(30)), Answer.text(slow));
            Assignment story = story(upstream);
            EventIdentity identity = EventIdentity.first("kill/" + upstream.url(), "r-kill");
            events.publish(Topics.STORY_PLANNED, Planned.event(story), identity);

            killWhen(model, () -> model.asked().size() == 1);
            killWhen(model, () -> model.asked().size() == 2 && worktrees() >= 2);
            killWhen(model, () -> !upstream.branches().isEmpty());
            Process last = start(model);
            List<Received<CodeGenerated>> changes = new ArrayList<>();
            try {
                Awaitility.await().atMost(LONG).until(() -> !of(story, events).isEmpty());
                changes.addAll(of(story, events));
            } finally {
                last.destroyForcibly().waitFor();
            }

            assertThat(changes).hasSize(1);
            assertThat(changes.getFirst().event().getOutcome()).isEqualTo(CodeOutcome.READY);
            assertThat(changes.getFirst().event().getHeadSha())
                    .isEqualTo(upstream.git("rev-parse", upstream.branches().getFirst()));
            assertThat(model.asked())
                    .as("one call that was cut off, one that was answered")
                    .hasSize(2);
        }
    }

    private static List<Received<CodeGenerated>> of(Assignment story, TestEvents events) {
        return events.on(Topics.CODE_GENERATED).stream()
                .filter(change -> change.event().getStoryId().equals(story.storyId()))
                .toList();
    }

    private void killWhen(ScriptedModelServer model, Callable<Boolean> moment) throws Exception {
        Process process = start(model);
        try {
            Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(moment);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(ScriptedModelServer model) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DeveloperAgentApplication.class.getName()));
        command.addAll(List.of(RealParts.running()
                .arguments(
                        "--server.port=0",
                        "--sluice.workspace.directory=" + directory.resolve("workspace"),
                        "--sluice.models.providers.scripted.type=openai",
                        "--sluice.models.providers.scripted.base-url=" + model.baseUrl(),
                        "--sluice.models.routes.developer=scripted/developer")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("service.log").toFile()))
                .start();
    }

    /** The bench's own worktree is the first, that of a test run the second. */
    private long worktrees() throws IOException {
        Path root = directory.resolve("workspace/worktrees");
        if (!Files.isDirectory(root)) {
            return 0;
        }
        try (Stream<Path> found = Files.find(
                root, 2, (path, attributes) -> path.getFileName().toString().matches("w[0-9]+"))) {
            return found.count();
        }
    }

    private static void slowPush(Path bare) throws IOException {
        Path hook = Files.writeString(bare.resolve("hooks/post-receive"), "#!/bin/sh\nsleep 6\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Assignment story(Upstream upstream) {
        Assignment a = Assignments.of(upstream.url());
        return new Assignment(
                "r-kill/greet",
                "r-kill",
                1,
                1,
                a.story(),
                new Repository(upstream.url(), ""),
                a.requestedBy(),
                null,
                List.of(),
                a.plannedAt());
    }
}
