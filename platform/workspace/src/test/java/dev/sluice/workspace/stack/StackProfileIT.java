package dev.sluice.workspace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.workspace.SampleTrees;
import dev.sluice.workspace.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProfileIT {

    @TempDir
    Path tree;

    @Test
    void recognisesMaven() throws Exception {
        SampleTrees.maven(tree);
        StackProfile profile = StackProfile.detect(tree);
        assertThat(profile.name()).isEqualTo("maven");
        assertThat(profile.testCommand()).startsWith("mvn").endsWith("test").contains("-o");
        assertThat(profile.isTest("src/test/java/ATest.java")).isTrue();
        assertThat(profile.isTest("module/src/test/resources/a.txt")).isTrue();
        assertThat(profile.isTest("src/main/java/TestSupport.java")).isFalse();
        assertThat(profile.readOnly()).allMatch(path -> !path.endsWith(".m2"), "settings stay out of sight");
    }

    @Test
    void recognisesPython() throws Exception {
        SampleTrees.write(tree, Map.of("pkg/test_a.py", "", "pkg/a.py", ""));
        StackProfile profile = StackProfile.detect(tree);
        assertThat(profile.name()).isIn("pytest", "unittest");
        assertThat(profile.isTest("tests/helpers.py")).isTrue();
        assertThat(profile.isTest("pkg/a.py")).isFalse();
    }

    @Test
    void knowsWhenItDoesNotKnow() throws Exception {
        SampleTrees.write(tree, Map.of("main.zig", ""));
        assertThat(StackProfile.detect(tree).hasTests()).isFalse();
        assertThat(StackProfile.detect(tree).isTest("src/thing.test.ts")).isTrue();
    }

    @Test
    void letsTheRepositorySayHowItIsTested() throws Exception {
        SampleTrees.maven(tree);
        SampleTrees.write(
                tree,
                Map.of(
                        StackProfile.OVERRIDE,
                        "name: make\ntest: make check\nreports: ['out/*.xml']\ntestPaths: ['checks/**']\n"));
        StackProfile profile = StackProfile.detect(tree);
        assertThat(profile.name()).isEqualTo("make");
        assertThat(profile.testCommand()).containsExactly("/bin/sh", "-c", "make check");
        assertThat(profile.reports().globs()).containsExactly("out/*.xml");
        assertThat(profile.isTest("checks/a")).isTrue();
    }

    @Test
    void takesTheOverrideOfTheBaseRatherThanOfTheChange() throws Exception {
        SampleTrees.maven(tree);
        SampleTrees.write(tree, Map.of(StackProfile.OVERRIDE, "test: 'true'\n"));
        assertThat(StackProfile.detect(tree, Optional.empty()).testCommand()).startsWith("mvn");
    }

    @Test
    void saysWhatIsWrongWithAnOverride() {
        SampleTrees.write(tree, Map.of(StackProfile.OVERRIDE, "command: make\n"));
        assertThatThrownBy(() -> StackProfile.detect(tree))
                .isInstanceOf(Yaml.Malformed.class)
                .hasMessageContaining("Unknown key 'command'");
    }

    @Test
    void doesNotReadThroughLinks() throws Exception {
        Path outside = Files.createTempFile("pom", ".xml");
        Files.createSymbolicLink(tree.resolve("pom.xml"), outside);
        assertThat(StackProfile.detect(tree).name()).isEqualTo("unknown");
        Files.delete(outside);
    }
}
