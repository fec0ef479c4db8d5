package dev.sluice.workspace.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testing.tools.Needs;
import dev.sluice.workspace.SampleTrees;
import dev.sluice.workspace.sandbox.DirectSandbox;
import dev.sluice.workspace.sandbox.Limits;
import dev.sluice.workspace.sandbox.Sandbox;
import dev.sluice.workspace.sandbox.SandboxChoice;
import dev.sluice.workspace.sandbox.Sandboxes;
import dev.sluice.workspace.stack.StackProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class TestRunnerIT {

    private static final Logger LOG = LoggerFactory.getLogger(TestRunnerIT.class);
    private static final Limits LIMITS = Limits.defaults().withTime(Duration.ofSeconds(90));

    @TempDir
    Path temporary;

    @Test
    void runsMavenOfflineInTheSandbox() throws Exception {
        Path tree = SampleTrees.maven(temporary.resolve("tree"));

        TestRun run = run(tree, LIMITS);

        LOG.info("maven in the sandbox: {} ms", run.durationMillis());
        assertThat(run.outcome()).as(run.outputTail()).isEqualTo(RunOutcome.PASSED);
        assertThat(run.passed()).containsExactly("demo.CalculatorTest.adds", "demo.CalculatorTest.addsNegatives");
        assertThat(run.stack()).isEqualTo("maven");
    }

    @Test
    void namesTheFailedMavenTestAndWhatItSaid() throws Exception {
        Path tree = SampleTrees.maven(temporary.resolve("tree"));
        SampleTrees.write(tree, Map.of(SampleTrees.CALCULATOR, SampleTrees.calculator("a - b")));

        TestRun run = run(tree, LIMITS);

        assertThat(run.outcome()).as(run.outputTail()).isEqualTo(RunOutcome.FAILED);
        assertThat(run.failures())
                .extracting(FailedTest::name)
                .containsExactly("demo.CalculatorTest.adds", "demo.CalculatorTest.addsNegatives");
        assertThat(run.failures().getFirst().message()).contains("expected: <5> but was: <-1>");
    }

    @Test
    void tellsACompileErrorFromAFailingTest() throws Exception {
        Path tree = SampleTrees.maven(temporary.resolve("tree"));
        SampleTrees.write(tree, Map.of(SampleTrees.CALCULATOR, "package demo; class Calculator { int add("));

        TestRun run = run(tree, LIMITS);

        assertThat(run.outcome()).isEqualTo(RunOutcome.BUILD_FAILED);
        assertThat(run.outputTail()).contains("Calculator.java").contains("COMPILATION ERROR");
    }

    @Test
    void neverCallsARunWithoutTestsPassed() throws Exception {
        Path tree = SampleTrees.maven(temporary.resolve("tree"));
        Files.delete(tree.resolve("src/test/java/demo/CalculatorTest.java"));
        SampleTrees.write(
                tree,
                Map.of(
                        "target/surefire-reports/TEST-old.xml",
                        "<testsuite><testcase classname='a' name='b'/></testsuite>"));

        assertThat(run(tree, LIMITS).outcome()).isEqualTo(RunOutcome.NO_TESTS_RAN);
        assertThat(run(Files.createDirectory(temporary.resolve("empty")), LIMITS)
                        .outcome())
                .isEqualTo(RunOutcome.NO_TESTS_RAN);
        assertThat(runPython(Map.of("pyproject.toml", "", "code.py", "x = 1\n")).outcome())
                .isEqualTo(RunOutcome.NO_TESTS_RAN);
    }

    @Test
    void runsPythonTests() throws Exception {
        TestRun run = runPython(Map.of(
                "pkg/__init__.py", "", "pkg/code.py", "def double(x):\n    return 2 * x\n", "tests/test_code.py", """
                import unittest
                from pkg.code import double

                class DoubleTest(unittest.TestCase):
                    def test_two(self):
                        self.assertEqual(4, double(2))

                    def test_wrong(self):
                        self.assertEqual(5, double(2))

                    @unittest.skip("later")
                    def test_later(self):
                        pass
                """));
        LOG.info("python in the sandbox ({}): {} ms", run.stack(), run.durationMillis());
        assertThat(run.outcome()).as(run.outputTail()).isEqualTo(RunOutcome.FAILED);
        assertThat(run.passed()).hasSize(1).first().asString().endsWith("DoubleTest.test_two");
        assertThat(run.failures())
                .extracting(FailedTest::name)
                .hasSize(1)
                .first()
                .asString()
                .endsWith("DoubleTest.test_wrong");
        assertThat(run.failures().getFirst().message()).contains("5 != 4");
        assertThat(run.skipped()).isEqualTo(1);
    }

    @Test
    void reportsAPythonModuleThatCannotBeImportedAsFailure() throws Exception {
        TestRun run = runPython(
                Map.of(
                        "test_it.py",
                        "import unittest\nfrom nowhere import thing\nclass T(unittest.TestCase):\n    def test_a(self): pass\n"));
        assertThat(run.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(run.failures().getFirst().message()).contains("nowhere");
    }

    @Test
    void endsTestsThatHang() throws Exception {
        TestRun run = runPython(
                Map.of(
                        "test_it.py",
                        "import time, unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        print('before', flush=True)\n        time.sleep(1000)\n"),
                LIMITS.withTime(Duration.ofSeconds(3)));
        assertThat(run.outcome()).isEqualTo(RunOutcome.TIMED_OUT);
        assertThat(run.outputTail()).contains("time limit");
        assertThat(run.durationMillis()).isLessThan(15_000);
    }

    @Test
    void testsThatPrintWithoutEndDoNotHurt() throws Exception {
        TestRun run = runPython(
                Map.of(
                        "test_it.py",
                        "import os, unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        for i in range(100):\n            os.write(2, b'x' * 1000000)\n        self.assertTrue(True)\n"));
        assertThat(run.outputTail()).hasSizeLessThan(13_000);
        assertThat(run.outcome()).isIn(RunOutcome.PASSED, RunOutcome.ERROR);
    }

    @Test
    void testsFindNoSecretOfTheService() throws Exception {
        TestRun run = runPython(Map.of("test_it.py", """
                import glob, os, unittest

                class T(unittest.TestCase):
                    def test_environment(self):
                        allowed = {"PATH", "HOME", "TMPDIR", "LANG", "LC_CTYPE", "TZ", "PWD", "OLDPWD", "SHLVL", "_", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED",
                                   "PYTHONUNBUFFERED", "PYTEST_CURRENT_TEST", "PYTEST_VERSION"}
                        self.assertEqual(set(), set(os.environ) - allowed)

                    def test_other_processes(self):
                        for path in glob.glob("/proc/[0-9]*/environ"):
                            try:
                                names = {v.split(b"=")[0].decode() for v in open(path, "rb").read().split(b"\\0") if v}
                            except OSError:
                                continue
                            self.assertFalse(any("KEY" in n or "SECRET" in n or "TOKEN" in n for n in names), names)

                    def test_files(self):
                        home = %s
                        self.assertFalse(os.path.exists(os.path.join(home, ".ssh")))
                        self.assertFalse(os.path.exists(os.path.join(home, ".m2", "settings.xml")))
                        self.assertFalse(os.path.exists("/etc/shadow"))
                """.formatted("'" + System.getProperty("user.home") + "'")));
        assertThat(run.outcome()).as(run.outputTail()).isEqualTo(RunOutcome.PASSED);
        assertThat(run.passed()).hasSize(3);
    }

    @Test
    void reportsAreNotReadThroughLinks() throws Exception {
        Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(
                temporary.resolve("outside/TEST-x.xml"), "<testsuite><testcase classname='a' name='b'/></testsuite>");
        Path tree = Files.createDirectories(temporary.resolve("tree"));
        SampleTrees.write(
                tree,
                Map.of(
                        StackProfile.OVERRIDE,
                        "name: custom\ntest: ln -s ../outside reports; mkdir r2; ln -s ../../outside/TEST-x.xml r2/TEST-y.xml\nreports: ['**/TEST-*.xml']\n"));

        TestRun run = TestRunner.run(tree, StackProfile.detect(tree), new DirectSandbox(), LIMITS);

        assertThat(run.outcome()).isEqualTo(RunOutcome.NO_TESTS_RAN);
    }

    @Test
    void aCommandWithoutReportsIsOneTest() throws Exception {
        Path tree = Files.createDirectories(temporary.resolve("tree"));
        SampleTrees.write(tree, Map.of(StackProfile.OVERRIDE, "name: instant\ntest: test -f good\n"));

        assertThat(run(tree, LIMITS).outcome()).isEqualTo(RunOutcome.FAILED);
        SampleTrees.write(tree, Map.of("good", ""));
        TestRun good = run(tree, LIMITS);
        assertThat(good.outcome()).isEqualTo(RunOutcome.PASSED);
        assertThat(good.passed()).containsExactly("instant test command");
    }

    @Test
    void aMissingToolIsNoVerdictOnTheCode() throws Exception {
        Path tree = Files.createDirectories(temporary.resolve("tree"));
        SampleTrees.write(tree, Map.of(StackProfile.OVERRIDE, "name: exotic\ntest: no-such-tool --now\n"));
        TestRun run = run(tree, LIMITS);
        assertThat(run.outcome()).isEqualTo(RunOutcome.ERROR);
        assertThat(run.outputTail()).contains("no-such-tool");
    }

    private TestRun runPython(Map<String, String> files) throws Exception {
        return runPython(files, LIMITS);
    }

    private TestRun runPython(Map<String, String> files, Limits limits) throws Exception {
        Needs.python();
        Path tree = Files.createTempDirectory(temporary, "python");
        SampleTrees.write(tree, files);
        return run(tree, limits);
    }

    private static TestRun run(Path tree, Limits limits) throws Exception {
        return TestRunner.run(tree, StackProfile.detect(tree), sandbox(), limits);
    }

    private static Sandbox sandbox() throws IOException {
        SandboxChoice choice = Sandboxes.choose(true);
        Needs.tool("bubblewrap", choice instanceof SandboxChoice.Chosen);
        return ((SandboxChoice.Chosen) choice).sandbox();
    }
}
