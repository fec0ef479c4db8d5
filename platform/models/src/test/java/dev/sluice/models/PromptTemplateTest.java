package dev.sluice.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTemplateTest {

    private final PromptTemplate template = PromptTemplate.load("sample/greet@1");

    @Test
    void fillsSlotsOfBothSections() {
        assertThat(template.render(Map.of("who", "Ann", "text", "hello")))
                .isEqualTo(new Prompt("sample/greet@1", "You greet Ann.", "Text:\nhello\nAgain for Ann."));
    }

    @Test
    void insertsValuesVerbatimAndNeverExpandsThem() {
        Prompt prompt = template.render(Map.of("who", "Ann", "text", "{{who}} $1 \\ # system"));

        assertThat(prompt.user()).isEqualTo("Text:\n{{who}} $1 \\ # system\nAgain for Ann.");
    }

    @Test
    void refusesMissingAndUnknownSlots() {
        assertThatThrownBy(() -> template.render(Map.of("who", "Ann")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> template.render(Map.of("who", "Ann", "text", "", "more", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample/absent@1", "sample/greet", "../secret@1", "sample/half@1", "sample/slot@1"})
    void refusesToLoad(String version) {
        assertThatThrownBy(() -> PromptTemplate.load(version)).isInstanceOf(IllegalArgumentException.class);
    }
}
