package dev.sluice.developer.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.developer.domain.Inquiry;
import dev.sluice.models.UnreadableReply;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodingReplyTest {

    private static final String EDITS = """
            I greet by name.

            src/greeting.py
            ```python
            <<<<<<< SEARCH
            def greeting():
            =======
            def greeting(name):
            >>>>>>> REPLACE
            ```
            """;
    private static final String QUESTION =
            "{\"clarification\":[{\"question\":\"Which greeting?\",\"options\":[\"Hello\",\"Hi\"]}]}";

    @Test
    void proseWithEditsIsAnAnswer() throws UnreadableReply {
        assertThat(CodingReply.read(EDITS, true)).isEqualTo(new CodingReply.Edits(EDITS));
    }

    @Test
    void aQuestionIsAnAnswerWhereItMayBeAsked() throws UnreadableReply {
        assertThat(CodingReply.read(QUESTION, true))
                .isEqualTo(new CodingReply.Questions(List.of(new Inquiry("Which greeting?", List.of("Hello", "Hi")))));
        assertThatThrownBy(() -> CodingReply.read(QUESTION, false)).isInstanceOf(UnreadableReply.class);
    }

    @Test
    void proseWithoutEditsSaysWhatToWriteInstead() {
        assertThatThrownBy(() -> CodingReply.read("I would rather not.", true))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("SEARCH/REPLACE");
    }
}
