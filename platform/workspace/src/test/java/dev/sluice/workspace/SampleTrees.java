package dev.sluice.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Small real projects. Their Maven plugins and libraries are those that this build itself uses, so they are in the local repository. */
public final class SampleTrees {

    public static final String CALCULATOR = "src/main/java/demo/Calculator.java";
    public static final String CALCULATOR_TEST = "src/test/java/demo/CalculatorTest.java";

    public static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-parent</artifactId>
                <version>3.5.16</version>
                <relativePath/>
              </parent>
              <groupId>demo</groupId>
              <artifactId>demo</artifactId>
              <version>1</version>
              <dependencies>
                <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <scope>test</scope>
                </dependency>
              </dependencies>
            </project>
            """;

    private SampleTrees() {}

    public static String calculator(String expression) {
        return "package demo;\n\nclass Calculator {\n    int add(int a, int b) {\n        return " + expression
                + ";\n    }\n}\n";
    }

    public static final String TESTS = """
            package demo;

            import static org.junit.jupiter.api.Assertions.assertEquals;

            import org.junit.jupiter.api.Test;

            class CalculatorTest {
                @Test
                void adds() {
                    assertEquals(5, new Calculator().add(2, 3));
                }

                @Test
                void addsNegatives() {
                    assertEquals(-5, new Calculator().add(-2, -3));
                }
            }
            """;

    /** A Maven project with one class and two tests that pass. */
    public static Path maven(Path tree) throws IOException {
        Files.createDirectories(tree);
        write(tree, mavenFiles());
        return tree;
    }

    public static Map<String, String> mavenFiles() {
        return Map.of("pom.xml", POM, CALCULATOR, calculator("a + b"), CALCULATOR_TEST, TESTS);
    }

    public static void write(Path tree, Map<String, String> files) {
        files.forEach((path, text) -> {
            try {
                Path file = tree.resolve(path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
