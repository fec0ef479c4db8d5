package dev.sluice.workspace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testing.tools.Needs;
import dev.sluice.workspace.SampleTrees;
import dev.sluice.workspace.Upstream;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.Repositories;
import dev.sluice.workspace.sandbox.Limits;
import dev.sluice.workspace.sandbox.SandboxChoice;
import dev.sluice.workspace.sandbox.Sandboxes;
import dev.sluice.workspace.tests.TestRun;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailToPassIT {

    private static final String DOUBLES =
            "\n    @Test\n    void doubles() {\n        assertEquals(4, new Calculator().twice(2));\n    }\n}\n";
    private static final String TWICE = "\n    int twice(int a) {\n        return 2 * a;\n    }\n}\n";

    @TempDir
    Path temporary;

    private final Map<String, TestRun> ran = new HashMap<>();

    @Test
    void provesATestThatNeedsTheChange() throws Exception {
        CheckedClaim claim = check(
                SampleTrees.mavenFiles(),
                Map.of(
                        SampleTrees.CALCULATOR,
                        SampleTrees.calculator("a + b + 0 * a"),
                        SampleTrees.CALCULATOR_TEST,
                        SampleTrees.TESTS));
        assertThat(claim.outcome()).as("an untouched test proves nothing").isEqualTo(ProvenOutcome.NOT_APPLICABLE);

        claim = check(
                Map.of(
                        "pom.xml",
                        SampleTrees.POM,
                        SampleTrees.CALCULATOR,
                        SampleTrees.calculator("a - b"),
                        "src/test/java/demo/NoTest.java",
                        "package demo; class NoTest { @org.junit.jupiter.api.Test void nothing() {} }"),
                Map.of(
                        SampleTrees.CALCULATOR,
                        SampleTrees.calculator("a + b"),
                        SampleTrees.CALCULATOR_TEST,
                        SampleTrees.TESTS));
        assertThat(claim.outcome()).as(claim.detail()).isEqualTo(ProvenOutcome.PROVEN);
        assertThat(claim.tests()).containsExactly("demo.CalculatorTest.adds", "demo.CalculatorTest.addsNegatives");
    }

    @Test
    void provesTestsThatDoNotCompileOnTheOldCodeAndSaysSo() throws Exception {
        CheckedClaim claim = check(
                SampleTrees.mavenFiles(),
                Map.of(
                        SampleTrees.CALCULATOR,
                        extended(SampleTrees.calculator("a + b"), TWICE),
                        SampleTrees.CALCULATOR_TEST,
                        extended(SampleTrees.TESTS, DOUBLES)));
        assertThat(claim.outcome()).as(claim.detail()).isEqualTo(ProvenOutcome.PROVEN);
        assertThat(claim.detail()).contains("do not compile against the old code");
        assertThat(claim.tests()).containsExactly("demo.CalculatorTest.doubles");
    }

    @Test
    void refutesTestsThatPassWithoutTheChange() throws Exception {
        String vacuous = "\n    @Test\n    void doubles() {\n        assertEquals(4, 2 + 2);\n    }\n}\n";
        CheckedClaim claim = check(
                SampleTrees.mavenFiles(),
                Map.of(
                        SampleTrees.CALCULATOR,
                        extended(SampleTrees.calculator("a + b"), TWICE),
                        SampleTrees.CALCULATOR_TEST,
                        extended(SampleTrees.TESTS, vacuous)));
        assertThat(claim.outcome()).as(claim.detail()).isEqualTo(ProvenOutcome.REFUTED);
        assertThat(claim.tests()).containsExactly("demo.CalculatorTest.doubles");
    }

    @Test
    void refutesAChangeOfTestsAlone() throws Exception {
        CheckedClaim claim = check(
                SampleTrees.mavenFiles(),
                Map.of(SampleTrees.CALCULATOR_TEST, SampleTrees.TESTS.replace("5, new", "5 + 0, new")));
        assertThat(claim.outcome()).isEqualTo(ProvenOutcome.REFUTED);
        assertThat(ran).isEmpty();
    }

    @Test
    void provesAPythonModuleThatTheOldCodeCannotLoad() throws Exception {
        Needs.python();
        CheckedClaim claim = check(
                Map.of(
                        "code.py",
                        "",
                        "test_old.py",
                        "import unittest\nclass O(unittest.TestCase):\n    def test_o(self): pass\n"),
                Map.of(
                        "code.py",
                        "def f():\n    return 1\n",
                        "test_new.py",
                        "import unittest\nfrom code2 import f\nclass N(unittest.TestCase):\n    def test_n(self):\n        self.assertEqual(1, f())\n",
                        "code2.py",
                        "from importlib import import_module\ndef f():\n    return 1\n"));
        assertThat(claim.outcome()).as(claim.detail()).isEqualTo(ProvenOutcome.PROVEN);
        assertThat(claim.tests()).hasSize(1).first().asString().endsWith("N.test_n");
    }

    private CheckedClaim check(Map<String, String> base, Map<String, String> change) throws Exception {
        ran.clear();
        Upstream upstream = new Upstream(temporary.resolve("upstream" + System.nanoTime()));
        String from = upstream.commit("Base", base);
        String to = upstream.commit("Change", change);
        Mirror mirror = new Repositories(temporary.resolve("workspace")).open(upstream.url());
        mirror.ensure(from, to);
        SandboxChoice.Chosen choice = (SandboxChoice.Chosen) Sandboxes.choose(false);
        TreeTests tests = new SandboxedTreeTests(mirror, choice.sandbox(), Limits.defaults(), Optional.empty());
        return FailToPass.check(
                mirror,
                from,
                to,
                path -> path.contains("src/test/") || path.startsWith("test_"),
                tree -> ran.computeIfAbsent(tree, tests::run));
    }

    private static String extended(String source, String member) {
        return source.substring(0, source.lastIndexOf('}')) + member;
    }
}
