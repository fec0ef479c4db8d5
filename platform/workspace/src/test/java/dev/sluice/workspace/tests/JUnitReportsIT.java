package dev.sluice.workspace.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.workspace.PathPatterns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JUnitReportsIT {

    private static final PathPatterns WHERE = PathPatterns.exact(List.of("**/*.xml"));

    @TempDir
    Path tree;

    @Test
    void readsNestedSuitesAndEveryOutcome() throws Exception {
        JUnitReports reports = read("""
                <testsuites><testsuite name="s">
                  <testcase classname="a.B" name="passes"><system-out>noise <![CDATA[<failure/>]]></system-out></testcase>
                  <testcase classname="a.B" name="fails"><failure message="expected 1" type="x">at line 3</failure></testcase>
                  <testcase classname="a.B" name="breaks"><error type="x"/></testcase>
                  <testcase classname="a.B" name="later"><skipped/></testcase>
                  <testcase name="bare"/>
                </testsuite></testsuites>
                """);
        assertThat(reports.passed()).containsExactly("a.B.passes", "bare");
        assertThat(reports.failed()).extracting(FailedTest::name).containsExactly("a.B.breaks", "a.B.fails");
        assertThat(reports.failed().get(1).message()).isEqualTo("expected 1\nat line 3");
        assertThat(reports.skipped()).isEqualTo(1);
        assertThat(reports.problems()).isEmpty();
    }

    @Test
    void refusesDocumentTypesAndEntities() throws Exception {
        Path secret = Files.writeString(tree.resolve("secret.txt"), "top secret");
        JUnitReports reports = read("<!DOCTYPE t [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><testsuite><testcase name='a'><failure>&x;</failure></testcase></testsuite>");
        assertThat(reports.problems()).hasSize(1);
        assertThat(reports.failed().toString()).doesNotContain("top secret");
    }

    @Test
    void aBrokenReportIsAProblem() throws Exception {
        assertThat(read("<testsuite><testcase name='a'/>").problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("report.xml");
    }

    @Test
    void shortensWhatATestSays() throws Exception {
        JUnitReports reports = read("<testsuite><testcase name='a'><failure message='m'>" + "x".repeat(5_000_000)
                + "</failure></testcase></testsuite>");
        assertThat(reports.failed().getFirst().message()).hasSizeLessThan(2_100);
    }

    private JUnitReports read(String xml) throws Exception {
        Files.writeString(tree.resolve("report.xml"), xml);
        return JUnitReports.read(tree, WHERE);
    }
}
