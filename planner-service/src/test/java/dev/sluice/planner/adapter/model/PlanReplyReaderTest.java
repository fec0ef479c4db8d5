package dev.sluice.planner.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.models.UnreadableReply;
import dev.sluice.planner.domain.Proposal.Asked;
import dev.sluice.planner.domain.Proposal.Planned;
import dev.sluice.planner.domain.Question;
import dev.sluice.planner.domain.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReplyReaderTest {

    private static final String PLAN = """
            Here you are:
            ```json
            {"stories":[
              {"key":"Add model","title":"Add the model","description":"d","acceptanceCriteria":["c"],"rationale":"r",
               "dependsOn":[],"risks":["x"],"confidence":0.9},
              {"key":"B","title":"Use it","description":"d","acceptanceCriteria":["c"],"dependsOn":["Add model"]}
            ],"assumptions":["a"],"openQuestions":["q"]}
            ```
            """;

    private final PlanReplyReader reader = new PlanReplyReader();

    @Test
    void readsAPlanWithSanitisedKeys() throws UnreadableReply {
        assertThat(reader.read(PLAN)).isInstanceOfSatisfying(Planned.class, planned -> {
            assertThat(planned.plan().stories()).extracting(Story::key).containsExactly("Add-model", "B");
            assertThat(planned.plan().stories().get(1).dependsOn()).containsExactly("Add-model");
            assertThat(planned.plan().stories().get(0).confidence()).isEqualTo(0.9);
            assertThat(planned.plan().assumptions()).containsExactly("a");
            assertThat(planned.plan().openQuestions()).containsExactly("q");
        });
    }

    @Test
    void readsQuestionsAndKeepsAtMostThree() throws UnreadableReply {
        assertThat(reader.read("""
                        {"clarification":[{"question":"Which?","options":["A","B"]},{"question":"When?"},{"question":"c"},{"question":"d"}]}
                        """))
                .isInstanceOfSatisfying(
                        Asked.class,
                        asked -> assertThat(asked.questions())
                                .hasSize(3)
                                .startsWith(new Question("Which?", List.of("A", "B"))));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "key":"B"              | "key":"Add model"         | key Add-model is used twice
            "dependsOn":[]         | "dependsOn":["B"]         | depend on each other in a circle
            "dependsOn":[]         | "dependsOn":["nowhere"]   | depends on nowhere, which is not in the plan
            "title":"Use it"       | "title":"a b c d e f g h i j k" | has 11 words
            "title":"Use it"       | "title":""                | has 0 words
            "confidence":0.9       | "confidence":7            | must be between 0 and 1
            "confidence":0.9       | "confidence":"high"       | must be a number
            "stories":[            | "tales":[                 | holds neither "stories" nor "clarification"
            "acceptanceCriteria":["c"],"rationale" | "acceptanceCriteria":{"a":1},"rationale" | must be a list of texts
            "title":"Use it"       | "title":{"a":1}           | must be text
            """)
    void saysWhatIsWrongWithAPlan(String before, String after, String expected) {
        assertThatThrownBy(() -> reader.read(PLAN.replace(before, after)))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining(expected);
    }

    @Test
    void oneStoryIsNoPlanForAnEpic() {
        assertThatThrownBy(() -> reader.read("{\"stories\":[{\"key\":\"A\",\"title\":\"t\",\"description\":\"d\"}]}"))
                .hasMessageContaining("2 to 8 stories, not 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I cannot help with that.
            {"stories":[]}
            {"clarification":[{"question":" "}]}
            {"clarification":[7]}
            []
            {
            """)
    void garbageIsUnreadable(String reply) {
        assertThatThrownBy(() -> reader.read(reply)).isInstanceOf(UnreadableReply.class);
    }

    @Test
    void hiddenCharactersDoNotReachTheStories() throws UnreadableReply {
        String reply = PLAN.replace("Use it", "Use\\u202e it\\u200b");

        assertThat(reader.read(reply))
                .isInstanceOfSatisfying(
                        Planned.class,
                        planned -> assertThat(planned.plan().stories().get(1).title())
                                .isEqualTo("Use it"));
    }
}
