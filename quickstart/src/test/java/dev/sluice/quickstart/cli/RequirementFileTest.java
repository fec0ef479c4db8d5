package dev.sluice.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementFileTest {

    @Test
    void readsTitleBodyAndCriteria() {
        RequirementFile file = RequirementFile.parse("""
                # Name the zone

                Support cannot see the zone.

                ## Acceptance criteria
                - A label exists,
                  also abroad.
                * A test shows it.

                ## Notes
                Keep it small.
                """);

        assertThat(file.title()).isEqualTo("Name the zone");
        assertThat(file.body()).isEqualTo("Support cannot see the zone.\n\n## Notes\nKeep it small.");
        assertThat(file.acceptanceCriteria()).containsExactly("A label exists, also abroad.", "A test shows it.");
    }

    @Test
    void takesTheFirstLineAsTitleWithoutAHeading() {
        assertThat(RequirementFile.parse("\n\nDo it\nnow")).isEqualTo(new RequirementFile("Do it", "now", List.of()));
    }

    @Test
    void saysWhatToDoWithAFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("story.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> RequirementFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("UTF-8");
    }
}
