package dev.sluice.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a newcomer sees first. */
class DemoIT {

    @Test
    void endsWithEveryDecisionAsExpected() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int exit =
                new Demo(Path.of("..", "examples"), false, new PrintStream(output, true, StandardCharsets.UTF_8)).run();

        assertThat(exit).as(output.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("the model is recorded", "Every decision is the expected one");
    }
}
