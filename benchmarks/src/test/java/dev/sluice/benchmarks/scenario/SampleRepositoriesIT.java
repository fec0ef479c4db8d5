package dev.sluice.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRepositoriesIT {

    @TempDir
    Path directory;

    @Test
    void itsTestsPassAsItIsAndFailWithATestThatIsNotMetYet() throws Exception {
        Path repository = SampleRepositories.create(directory, 2).get(1);
        Path clone = directory.resolve("clone");
        run(directory, "git", "clone", "--quiet", repository.toString(), clone.toString());

        assertThat(run(clone, "sh", "run-tests.sh")).isZero();
        Files.writeString(clone.resolve(Sample.test(7)), Sample.testText(7));
        assertThat(run(clone, "sh", "run-tests.sh")).isOne();
        Files.writeString(clone.resolve(Sample.GREETED), Sample.greeting(7) + "\nYou are welcome.\n");
        assertThat(run(clone, "sh", "run-tests.sh")).isZero();
        assertThat(clone.resolve("reports/greeting.xml")).content().contains("tests/visitor-7.expected");
    }

    private static int run(Path in, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).directory(in.toFile()).start().waitFor();
    }
}
