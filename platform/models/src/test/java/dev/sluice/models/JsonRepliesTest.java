package dev.sluice.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRepliesTest {

    enum Verdict {
        APPROVE,
        BLOCK
    }

    record Finding(String file, int line) {}

    record Review(Verdict verdict, List<Finding> findings) {
        Review {
            if (verdict == null) {
                throw new IllegalArgumentException("verdict must be approve or block");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"verdict\":\"approve\"}",
                "Sure! Here you are:\n```json\n{\"verdict\": \"approve\"}\n```\nAnything else?",
                "```\n{\"verdict\":\"approve\",\"extra\":{\"a\":\"}\"}}\n```",
                "In class A { void f() {} } I found nothing. {\"verdict\":\"approve\"} {\"verdict\":\"block\"}",
                "{\"verdict\":\"block\"} is wrong.\n```json\n{\"verdict\":\"APPROVE\"}\n```",
                "{not json} {\"verdict\":\"approve\"}"
            })
    void findsTheObject(String text) throws UnreadableReply {
        assertThat(JsonReplies.read(text, Review.class).verdict()).isEqualTo(Verdict.APPROVE);
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertThatThrownBy(() -> JsonReplies.read(
                        "{\"verdict\":\"block\",\"findings\":[{\"file\":\"A\",\"line\":\"many\"}]}", Review.class))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("/findings/0/line")
                .hasMessageContaining("many");
    }

    @Test
    void passesOnWhatARecordRefuses() {
        assertThatThrownBy(() -> JsonReplies.read("{\"findings\":[]}", Review.class))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("verdict must be approve or block");
    }

    @Test
    void saysThatAnObjectIsCutOff() {
        assertThatThrownBy(() -> JsonReplies.object("{\"verdict\":\"approve\",\"findings\":[{\"file\":\"A"))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void saysWhereAnObjectIsMalformed() {
        assertThatThrownBy(() -> JsonReplies.object("Here:\n{\"a\": 1,\n \"b\": oops}"))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("malformed")
                .hasMessageContaining("line 2");
    }

    @Test
    void doesNotTakeAnInnerObjectOfAMalformedOneForTheAnswer() {
        assertThatThrownBy(() -> JsonReplies.object("{\"stories\":[{\"key\":\"A\"} {\"key\":\"B\"}]}"))
                .isInstanceOf(UnreadableReply.class);
    }

    @Test
    void refusesAReplyWithoutAnObject() {
        assertThatThrownBy(() -> JsonReplies.object("I cannot help with that."))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("no JSON object");
    }

    @Test
    void refusesDepthAndLengthBeyondItsBounds() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        String wide = "{\"a\":\"" + "x".repeat(JsonReplies.LONGEST_REPLY) + "\"}";

        assertThatThrownBy(() -> JsonReplies.object(deep)).isInstanceOf(UnreadableReply.class);
        assertThatThrownBy(() -> JsonReplies.object(wide))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("characters long");
    }

    @Test
    void answersQuicklyToManyOpenBraces() {
        assertThatThrownBy(() -> JsonReplies.object("{\"".repeat(500_000))).isInstanceOf(UnreadableReply.class);
        assertThatThrownBy(() -> JsonReplies.object("{ x ".repeat(400_000))).isInstanceOf(UnreadableReply.class);
    }
}
