package dev.sluice.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void wrapsLongCellsAtWordsAndCutsWhatHasNone() {
        Table table = new Table(List.of("key", "why"), 4, 9);
        table.row("abcdef", "one two three");

        assertThat(table.toString()).isEqualTo("""
                        key   why
                        ────  ───────
                        abcd  one two
                        ef    three
                        """);
    }

    @Test
    void printsNoControlCharacterOfACell() {
        Table table = new Table(List.of("title"), 40);
        table.row("red \u001b[31mtext\u0007\u202e end");

        assertThat(table.toString())
                .doesNotContain("\u001b", "\u0007", "\u202e")
                .contains("red [31mtext end");
    }
}
