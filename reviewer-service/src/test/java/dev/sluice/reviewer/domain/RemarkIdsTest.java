package dev.sluice.reviewer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemarkIdsTest {

    @Test
    void anIdStaysWhenTheLineMovesAndTheWordsChange() {
        List<String> before = RemarkIds.of(
                Role.ARCHITECTURE, List.of(remark(3, "Too long.")), List.of(new AddedLine("a.py", 3, "  x = f(y)")));
        List<String> after = RemarkIds.of(
                Role.ARCHITECTURE,
                List.of(remark(9, "This is much too long.")),
                List.of(new AddedLine("a.py", 9, "x = f(y)")));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void rolesLinesAndRepeatsAreToldApart() {
        List<AddedLine> lines = List.of(new AddedLine("a.py", 3, "x"), new AddedLine("a.py", 4, "y"));
        List<Remark> remarks = List.of(remark(3, "m"), remark(4, "m"), remark(3, "m"));
        List<String> ids = RemarkIds.of(Role.ARCHITECTURE, remarks, lines);
        assertThat(ids)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(RemarkIds.of(Role.TEST_QUALITY, remarks, lines));
    }

    private static Remark remark(int line, String message) {
        return new Remark(Remark.Weight.WARNING, "length", "a.py", line, message);
    }
}
