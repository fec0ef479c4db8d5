package dev.sluice.developer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.Assignments;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContextSelectionTest {

    private static final SourceFile README = new SourceFile("README.md", "About this project.\n");
    private static final SourceFile GREETING =
            new SourceFile("src/greeting.py", "def greeting():\n    return 'Hello'\n");
    private static final SourceFile GREETING_TEST = new SourceFile("tests/test_greeting.py", "import unittest\n");
    private static final SourceFile PRICES = new SourceFile("src/prices.py", "def price():\n    return 3\n");

    @Test
    void showsReadmeThenWhatTheStoryNamesThenItsTests() {
        assertThat(select(10_000, PRICES, GREETING_TEST, GREETING, README))
                .startsWith("README.md", "src/greeting.py", "tests/test_greeting.py")
                .contains("src/prices.py");
    }

    @Test
    void doesNotDependOnTheOrderOfFiles() {
        assertThat(select(10_000, README, GREETING, GREETING_TEST, PRICES))
                .isEqualTo(select(10_000, PRICES, GREETING_TEST, GREETING, README));
    }

    @Test
    void staysInsideItsBudget() {
        SourceFile huge = new SourceFile("src/greeting_data.py", "greeting = 1\n".repeat(10_000));
        List<Excerpt> selected = ContextSelection.select(
                Assignments.story(),
                Stream.concat(
                                Stream.of(README, huge),
                                IntStream.range(0, 500)
                                        .mapToObj(i ->
                                                new SourceFile("src/greeting" + i + ".py", "greeting\n".repeat(20))))
                        .toList(),
                6_000);
        assertThat(selected.stream()
                        .mapToInt(excerpt -> excerpt.text().length())
                        .sum())
                .isLessThanOrEqualTo(6_000);
        assertThat(selected).hasSizeGreaterThan(2);
    }

    @Test
    void showsOfALongFileTheLinesAroundTheTermsAndSaysThatItIsIncomplete() {
        String filler = "x = 1\n".repeat(1_000);
        SourceFile longFile = new SourceFile("src/all.py", filler + "def greeting():\n    pass\n" + filler);
        Excerpt excerpt = ContextSelection.select(Assignments.story(), List.of(longFile), 6_000)
                .getFirst();
        assertThat(excerpt.complete()).isFalse();
        assertThat(excerpt.text()).contains("def greeting():").contains("lines not shown");
    }

    @Test
    void findsIdentifiersByTheirParts() {
        assertThat(StoryTerms.of("Let the parseInvoiceNumber accept_spaces"))
                .contains("parseinvoicenumber", "invoice", "space");
    }

    private static List<String> select(int budget, SourceFile... files) {
        return ContextSelection.select(Assignments.story(), List.of(files), budget).stream()
                .map(Excerpt::path)
                .toList();
    }
}
