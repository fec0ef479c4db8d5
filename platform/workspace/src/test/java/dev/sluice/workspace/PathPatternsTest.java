package dev.sluice.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "**, a.txt, true",
        "**, a/b/c.txt, true",
        "**/CODEOWNERS, CODEOWNERS, true",
        "**/CODEOWNERS, docs/CODEOWNERS, true",
        "**/CODEOWNERS, docs/CODEOWNERS.md, false",
        ".github/**, .github/workflows/ci.yml, true",
        ".github/**, .github, false",
        ".github/**, x/.github/a, false",
        "src/*.java, src/A.java, true",
        "src/*.java, src/a/A.java, false",
        "src/**/test/*.py, src/test/a.py, true",
        "src/**/test/*.py, src/a/b/test/a.py, true",
        "**/target/surefire-reports/TEST-*.xml, target/surefire-reports/TEST-a.xml, true",
        "**/target/surefire-reports/TEST-*.xml, m/target/surefire-reports/TEST-a.xml, true",
        "docs/, docs/a/b.md, true",
        "/pom.xml, pom.xml, true",
        "a+(b).txt, a+(b).txt, true",
        "a?.txt, ab.txt, true",
        "a?.txt, a/.txt, false"
    })
    void matchesAsGlobsDo(String glob, String path, boolean expected) {
        assertThat(PathPatterns.exact(List.of(glob)).matches(path)).isEqualTo(expected);
    }

    @Test
    void ignoresCaseWhereAsked() {
        assertThat(PathPatterns.exact(List.of("Jenkinsfile")).matches("jenkinsfile"))
                .isFalse();
        assertThat(PathPatterns.anyCase(List.of("Jenkinsfile")).matches("jenkinsfile"))
                .isTrue();
        assertThat(PathPatterns.exact(List.of()).matches("a")).isFalse();
    }
}
