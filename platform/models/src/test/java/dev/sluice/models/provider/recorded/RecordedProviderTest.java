package dev.sluice.models.provider.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.models.ModelRole;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.Question;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedProviderTest {

    @TempDir
    Path folder;

    private Path recordings;
    private RecordedProvider provider;

    @BeforeEach
    void record() throws Exception {
        recordings = Files.createDirectories(folder.resolve("recordings"));
        write("test-quality/S-1.md", "any step");
        write("test-quality/S-1/attempt-2.md", "second attempt");
        Files.writeString(folder.resolve("secret.md"), "secret");
        provider = new RecordedProvider(recordings.toUri().toString(), Duration.ZERO);
    }

    @Test
    void prefersTheReplyOfTheStep() throws Exception {
        assertThat(provider.ask(question("S-1", "attempt-2")).text()).isEqualTo("second attempt");
        assertThat(provider.ask(question("S-1", "attempt-1")).text()).isEqualTo("any step");
    }

    @Test
    void seesAReplyThatWasRecordedAnew() throws Exception {
        assertThat(provider.ask(question("S-1", "x")).text()).isEqualTo("any step");

        write("test-quality/S-1.md", "recorded again");

        await().untilAsserted(() ->
                assertThat(provider.ask(question("S-1", "x")).text()).isEqualTo("recorded again"));
    }

    @Test
    void namesTheFilesItLookedFor() {
        assertThatThrownBy(() -> provider.ask(question("S-9", "review")))
                .isInstanceOf(ProviderFailure.class)
                .hasMessageContaining(
                        recordings.resolve("test-quality/S-9/review.md").toString())
                .hasMessageContaining(recordings.resolve("test-quality/S-9.md").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret",
                "../secret",
                "..",
                ".",
                "",
                "/etc/passwd",
                "..\\..\\secret",
                "a/../../../secret",
                "x\u0000y"
            })
    void noSubjectLeadsOutOfTheDirectory(String subject) {
        assertThatThrownBy(() -> provider.ask(question(subject, "../../../secret")))
                .isInstanceOf(ProviderFailure.class)
                .hasMessageContaining("No reply is recorded")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(".." + File.separator));
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        assertThatThrownBy(() -> new RecordedProvider("/no/such/directory", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/no/such/directory");
    }

    private void write(String file, String text) throws Exception {
        Path path = recordings.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Question question(String subject, String step) {
        return new Question(ModelRole.TEST_QUALITY, subject, step, "any", "", List.of());
    }
}
