package dev.sluice.workspace.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.workspace.edits.Edit.Create;
import dev.sluice.workspace.edits.Edit.Delete;
import dev.sluice.workspace.edits.Edit.Patch;
import dev.sluice.workspace.edits.Edit.Replace;
import dev.sluice.workspace.edits.Edit.Whole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditSetTest {

    @Test
    void readsSearchReplaceBlocksInAndOutOfFences() {
        EditSet set = EditSet.parse("""
                I will change two things.

                src/A.java
                ```java
                <<<<<<< SEARCH
                old one
                =======
                new one
                >>>>>>> REPLACE
                <<<<<<< SEARCH
                old two
                =======
                >>>>>>> REPLACE
                ```

                **src/B.java**
                <<<<<<< SEARCH
                x
                =======
                y
                >>>>>>> REPLACE

                ```python
                src/c.py
                <<<<<<< SEARCH
                p
                =======
                q
                >>>>>>> REPLACE
                ```
                """);
        assertThat(set.problems()).isEmpty();
        assertThat(set.edits())
                .containsExactly(
                        new Replace("src/A.java", "old one\n", "new one\n"),
                        new Replace("src/A.java", "old two\n", ""),
                        new Replace("src/B.java", "x\n", "y\n"),
                        new Replace("src/c.py", "p\n", "q\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/A.java",
                "### src/A.java",
                "**src/A.java**",
                "`src/A.java`:",
                "File: src/A.java",
                "**File:** `src/A.java`",
                "1. `src/A.java`"
            })
    void readsAWholeFileUnderAFileName(String heading) {
        EditSet set = EditSet.parse("Here it is.\n\n" + heading + "\n\n```java\nclass A {}\n```\nDone.\n");
        assertThat(set.edits()).containsExactly(new Whole("src/A.java", "class A {}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Run it like this:\n```bash\nmvn test\n```\n",
                "In `src/A.java` the method is wrong:\n```java\nint x;\n```\n",
                "The error was\n\n```\njava.lang.NullPointerException\n```\n",
                "See https://example.org/a.html\n```\ntext\n```\n",
                "No code at all.",
                "Such blocks start with `<<<<<<< SEARCH`, as you know.",
                "```json\n{\"clarification\":[{\"question\":\"Which?\",\"options\":[]}]}\n```\n"
            })
    void proseAndItsFencesAreNoEdits(String reply) {
        assertThat(EditSet.parse(reply).isEmpty()).isTrue();
    }

    @Test
    void keepsFencesInsideADocument() {
        EditSet set = EditSet.parse("README.md\n```markdown\n# T\n```bash\nls\n```\nend\n```\n");
        assertThat(set.edits()).containsExactly(new Whole("README.md", "# T\n```bash\nls\n```\nend\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/A.java\n```java\nclass A {\n",
                "src/A.java\n<<<<<<< SEARCH\nx\n=======\ny\n",
                "src/A.java\n<<<<<<< SEARCH\nx\n>>>>>>> REPLACE\n",
                "```diff\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n",
                "<<<<<<< SEARCH\nx\n=======\ny\n>>>>>>> REPLACE\n",
                "a.rst\n<<<<<<< SEARCH\nTitle\n=======\nx\n=======\ny\n>>>>>>> REPLACE\n",
                "```diff\n+ only this\n```\n"
            })
    void whatIsCutOffOrUnclearIsAProblemNotAnEdit(String reply) {
        EditSet set = EditSet.parse(reply);
        assertThat(set.problems()).hasSize(1);
        assertThat(set.edits()).isEmpty();
    }

    @Test
    void readsAGitDiffWithEveryKindOfChange() {
        EditSet set = EditSet.parse("""
                ```diff
                diff --git a/src/A.java b/src/A.java
                index 123..456 100644
                --- a/src/A.java
                +++ b/src/A.java
                @@ -1,3 +1,3 @@ class A
                 a
                -b
                +B
                 c
                diff --git a/new.sh b/new.sh
                new file mode 100755
                index 0000000..123
                --- /dev/null
                +++ b/new.sh
                @@ -0,0 +1,2 @@
                +one
                +two
                diff --git a/gone.txt b/gone.txt
                deleted file mode 100644
                --- a/gone.txt
                +++ /dev/null
                @@ -1 +0,0 @@
                -x
                diff --git a/old.txt b/dir/new.txt
                similarity index 100%
                rename from old.txt
                rename to dir/new.txt
                ```
                """);
        assertThat(set.problems()).isEmpty();
        assertThat(set.edits())
                .containsExactly(
                        new Patch(
                                "src/A.java",
                                "src/A.java",
                                List.of(new Edit.Hunk(1, List.of("a", "b", "c"), List.of("a", "B", "c"), null))),
                        new Create("new.sh", "one\ntwo\n", true),
                        new Delete("gone.txt"),
                        new Patch("old.txt", "dir/new.txt", List.of()));
        assertThat(set.paths()).containsExactly("dir/new.txt", "gone.txt", "new.sh", "old.txt", "src/A.java");
    }

    @Test
    void readsADiffAsModelsWriteIt() {
        EditSet set = EditSet.parse("""
                ```diff
                --- a/q.sql
                +++ b/q.sql
                @@ ... @@
                 select 1

                --- an old comment
                +-- a new comment
                 select 2
                ```
                """);
        assertThat(set.problems()).isEmpty();
        assertThat(set.edits())
                .containsExactly(new Patch(
                        "q.sql",
                        "q.sql",
                        List.of(new Edit.Hunk(
                                0,
                                List.of("select 1", "", "-- an old comment", "select 2"),
                                List.of("select 1", "", "-- a new comment", "select 2"),
                                null))));
    }
}
