package dev.sluice.reviewer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddedLinesTest {

    @Test
    void numbersLinesAsInTheNewFileAndTakesNoContentForAHeader() {
        String diff = """
                diff --git a/a.txt b/a.txt
                index 1..2 100644
                --- a/a.txt
                +++ b/a.txt
                @@ -1,2 +1,3 @@
                 one
                --- a/fake
                +++ b/fake
                +two
                @@ -10 +11 @@ context
                -old
                +new
                \\ No newline at end of file
                diff --git a/b.txt b/b.txt
                new file mode 100644
                --- /dev/null
                +++ b/b.txt
                @@ -0,0 +1 @@
                +first
                """;
        assertThat(AddedLines.of(diff))
                .containsExactly(
                        new AddedLine("a.txt", 2, "++ b/fake"),
                        new AddedLine("a.txt", 3, "two"),
                        new AddedLine("a.txt", 11, "new"),
                        new AddedLine("b.txt", 1, "first"));
    }
}
