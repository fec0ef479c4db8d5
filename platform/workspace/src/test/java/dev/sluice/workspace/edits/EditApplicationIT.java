package dev.sluice.workspace.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.workspace.SampleTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditApplicationIT {

    @TempDir
    Path temporary;

    private Path tree;

    @BeforeEach
    void plant() throws IOException {
        tree = Files.createDirectory(temporary.resolve("tree"));
        SampleTrees.write(
                tree,
                Map.of(
                        "a.txt",
                        "one\ntwo\nthree\n",
                        "twice.txt",
                        "x\nx\nx\ny\n",
                        "dir/b.txt",
                        "b",
                        "win.txt",
                        "one\r\ntwo\r\n"));
    }

    @Test
    void replacesTheOnePlace() {
        assertThat(apply(block("a.txt", "two\n", "2\n2b\n"))).isEqualTo(new EditResult.Applied(List.of("a.txt")));
        assertThat(tree.resolve("a.txt")).hasContent("one\n2\n2b\nthree\n");
    }

    @Test
    void refusesWhatMatchesNothingAndShowsTheNearestLines() {
        String problems = refusal(block("a.txt", "one\ntwo and a half\n", "x\n"));
        assertThat(problems).contains("does not match the file", "1: one", "2: two");
        assertThat(tree.resolve("a.txt")).hasContent("one\ntwo\nthree\n");
    }

    @Test
    void refusesWhatMatchesTwiceAndCountsOverlaps() {
        assertThat(refusal(block("twice.txt", "x\nx\n", "z\n"))).contains("matches 2 places (lines 1, 2)");
        assertThat(refusal(block("twice.txt", "x\n", "z\n"))).contains("matches 3 places");
        assertThat(apply(block("twice.txt", "x\ny\n", "z\n"))).isInstanceOf(EditResult.Applied.class);
    }

    @Test
    void appliesAllOrNothing() {
        String problems = refusal(
                block("a.txt", "two\n", "2\n") + block("a.txt", "missing\n", "x\n") + block("new.txt", "", "new\n"));
        assertThat(problems).contains("a.txt: The SEARCH part does not match");
        assertThat(tree.resolve("a.txt")).hasContent("one\ntwo\nthree\n");
        assertThat(tree.resolve("new.txt")).doesNotExist();
    }

    @Test
    void laterBlocksSeeWhatEarlierOnesDid() {
        assertThat(apply(block("a.txt", "two\n", "2\n") + block("a.txt", "2\nthree\n", "end\n")))
                .isEqualTo(new EditResult.Applied(List.of("a.txt")));
        assertThat(tree.resolve("a.txt")).hasContent("one\nend\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.txt",
                "dir/../../outside.txt",
                "/etc/passwd.txt",
                "~/x.txt",
                ".git/config",
                ".GIT/hooks/x.sh",
                "sub/.Git/x.txt",
                ".git./x.txt",
                "git~1/x.txt",
                "a\\b.txt",
                "C:/x.txt",
                "dir//b.txt",
                "./../x.txt",
                "dir/.",
                "a.txt/below.txt",
                "dir/\u200cx.txt"
            })
    void refusesPathsThatLeaveTheTree(String path) throws IOException {
        EditSet set = new EditSet(List.of(new Edit.Whole(path, "x\n")), List.of());
        assertThat(set.apply(tree, EditRules.lenient())).isInstanceOf(EditResult.Refused.class);
        assertThat(new EditSet(List.of(new Edit.Patch("a.txt", path, List.of())), List.of())
                        .apply(tree, EditRules.lenient()))
                .isInstanceOf(EditResult.Refused.class);
        try (var entries = Files.list(temporary)) {
            assertThat(entries).containsExactly(tree);
        }
        assertThat(tree.resolve("a.txt")).exists();
    }

    @Test
    void refusesLinksInAnyPartOfAPath() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret\n");
        Files.createSymbolicLink(tree.resolve("linkdir"), outside);
        Files.createSymbolicLink(tree.resolve("link.txt"), outside.resolve("secret.txt"));

        assertThat(refusal(whole("linkdir/new.txt", "x"))).contains("'linkdir' is a symbolic link");
        assertThat(refusal(whole("link.txt", "x"))).contains("symbolic link");
        assertThat(refusal(block("link.txt", "secret\n", "x\n")))
                .contains("symbolic link")
                .doesNotContain("secret\n");
        assertThat(outside.resolve("secret.txt")).hasContent("secret\n");
        assertThat(outside.resolve("new.txt")).doesNotExist();
    }

    @Test
    void keepsToTheRules() {
        EditRules rules = EditRules.of(List.of("dir/**"), List.of("**/CODEOWNERS"), 2);
        assertThat(text(EditSet.parse(whole("a.txt", "x")).apply(tree, rules)))
                .contains("outside the paths")
                .contains("dir/**");
        assertThat(text(EditSet.parse(whole("dir/codeowners", "x")).apply(tree, rules)))
                .contains("protected");
        assertThat(text(EditSet.parse(whole("dir/1.txt", "x") + whole("dir/2.txt", "x") + whole("dir/3.txt", "x"))
                        .apply(tree, rules)))
                .contains("touch 3 files; at most 2");
        assertThat(text(EditSet.parse(whole("dir/big.txt", "x".repeat(2_000_000)))
                        .apply(tree, rules)))
                .contains("at most 1000000");
        assertThat(EditSet.parse(whole("dir/deep/er/1.txt", "x")).apply(tree, rules))
                .isEqualTo(new EditResult.Applied(List.of("dir/deep/er/1.txt")));
    }

    @Test
    void refusesAReplyWithoutEdits() {
        assertThat(refusal("I would rather not.")).contains("holds no edit");
    }

    @Test
    void keepsLineEndsAndAMissingLastLineFeed() throws IOException {
        apply(block("win.txt", "two\n", "2\n3\n") + block("dir/b.txt", "b\n", "c\n"));
        assertThat(Files.readString(tree.resolve("win.txt"))).isEqualTo("one\r\n2\r\n3\r\n");
        assertThat(Files.readString(tree.resolve("dir/b.txt"))).isEqualTo("c");
    }

    @Test
    void appliesADiffThatCreatesDeletesAndRenames() throws IOException {
        EditResult result = apply("""
                ```diff
                --- a/a.txt
                +++ b/a.txt
                @@ -1,3 +1,4 @@
                 one
                +one and a half
                 two
                 three
                --- /dev/null
                +++ b/run.sh
                @@ -0,0 +1 @@
                +#!/bin/sh
                diff --git a/twice.txt b/twice.txt
                deleted file mode 100644
                diff --git a/dir/b.txt b/c.txt
                rename from dir/b.txt
                rename to c.txt
                --- a/dir/b.txt
                +++ b/c.txt
                @@ -1 +1 @@
                -b
                \\ No newline at end of file
                +c
                ```
                """);
        assertThat(result)
                .isEqualTo(new EditResult.Applied(List.of("a.txt", "c.txt", "dir/b.txt", "run.sh", "twice.txt")));
        assertThat(tree.resolve("a.txt")).hasContent("one\none and a half\ntwo\nthree\n");
        assertThat(Files.readString(tree.resolve("c.txt"))).isEqualTo("c\n");
        assertThat(tree.resolve("twice.txt")).doesNotExist();
        assertThat(tree.resolve("dir")).doesNotExist();
    }

    @Test
    void aLineNumberDecidesBetweenExactMatchesOfADiffOnly() {
        String diff = "```diff\n--- a/twice.txt\n+++ b/twice.txt\n@@ -%d,1 +%d,1 @@\n-x\n+z\n```\n";
        assertThat(refusal(diff.formatted(9, 9))).contains("matches 3 places");
        assertThat(apply(diff.formatted(2, 2))).isInstanceOf(EditResult.Applied.class);
        assertThat(tree.resolve("twice.txt")).hasContent("x\nz\nx\ny\n");
    }

    @Test
    void refusesHunksThatOverlapOrHaveNoPlace() {
        String head = "```diff\n--- a/a.txt\n+++ b/a.txt\n";
        assertThat(refusal(head + "@@ @@\n one\n-two\n+2\n@@ @@\n-two\n+II\n three\n```\n"))
                .contains("overlap");
        assertThat(refusal(head + "@@ @@\n+alone\n```\n")).contains("no context");
        assertThat(refusal("```diff\n--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1 @@\n+x\n```\n"))
                .contains("the file exists");
        assertThat(refusal("```diff\n--- a/none/a.txt\n+++ b/none/a.txt\n@@ -1 +1 @@\n-x\n+y\n```\n"))
                .contains("no such file", "'a.txt'");
    }

    @Test
    void doesNotEditBinaryFiles() throws IOException {
        Files.write(tree.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 0, (byte) 0xff});
        assertThat(refusal(block("image.png", "P\n", "Q\n"))).contains("not UTF-8 text");
    }

    @Test
    void putsEverythingBackWhenTheDiskRefuses() {
        EditSet set = new EditSet(
                List.of(
                        new Edit.Whole("a.txt", "new\n"),
                        new Edit.Whole("z", "file\n"),
                        new Edit.Whole("z/below.txt", "x\n")),
                List.of());
        assertThat(set.apply(tree, EditRules.lenient())).isInstanceOf(EditResult.Refused.class);
        assertThat(tree.resolve("a.txt")).hasContent("one\ntwo\nthree\n");
        assertThat(tree.resolve("z")).doesNotExist();
    }

    private EditResult apply(String reply) {
        return EditSet.parse(reply).apply(tree, EditRules.lenient());
    }

    private String refusal(String reply) {
        return text(apply(reply));
    }

    private static String text(EditResult result) {
        assertThat(result).isInstanceOf(EditResult.Refused.class);
        return ((EditResult.Refused) result).explanation();
    }

    private static String block(String path, String search, String replacement) {
        return path + "\n<<<<<<< SEARCH\n" + search + "=======\n" + replacement + ">>>>>>> REPLACE\n";
    }

    private static String whole(String path, String content) {
        return "`" + path + "`\n```\n" + content + "\n```\n";
    }
}
