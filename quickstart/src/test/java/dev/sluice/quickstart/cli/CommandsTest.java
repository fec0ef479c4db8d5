package dev.sluice.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @Test
    void endsWithUsageForAnUnknownCommand() {
        assertThat(Commands.run("fly")).isEqualTo(Failure.USAGE);
    }

    @Test
    void endsWithUsageWhenNeitherStoryNorEpicIsGiven() {
        assertThat(Commands.run("submit", "--repo", ".")).isEqualTo(Failure.USAGE);
    }

    @Test
    void endsWithUsageForARepositoryThatDoesNotExist(@TempDir Path folder) throws Exception {
        Path story = Files.writeString(folder.resolve("story.md"), "# Title\ntext");

        assertThat(Commands.run("submit", "--repo", folder.resolve("none").toString(), "--story", story.toString()))
                .isEqualTo(Failure.USAGE);
    }

    @Test
    void endsWithSystemFailureWhenNoConsoleAnswers() {
        assertThat(Commands.run("runs", "--console", "http://127.0.0.1:1")).isEqualTo(Failure.SYSTEM);
    }

    @Test
    void helpsWithoutAStack() {
        assertThat(Commands.run("--help")).isEqualTo(Failure.DONE);
    }
}
