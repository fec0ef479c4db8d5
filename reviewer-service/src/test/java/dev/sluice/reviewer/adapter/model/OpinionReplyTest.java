package dev.sluice.reviewer.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.models.UnreadableReply;
import dev.sluice.reviewer.domain.Judgement;
import dev.sluice.reviewer.domain.Opinion;
import dev.sluice.reviewer.domain.Remark;
import dev.sluice.reviewer.domain.RiskLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpinionReplyTest {

    @Test
    void readsWhatWasAskedFor() throws UnreadableReply {
        assertThat(OpinionReply.read("""
                        {"verdict":"request_changes","risk":"medium","summary":"Nearly.","findings":[
                          {"severity":"critical","category":"security","file":"a.py","line":3,"message":"It leaks."},
                          {"severity":"odd","message":"Something."}]}
                        """))
                .isEqualTo(new Opinion(
                        Judgement.REQUEST_CHANGES,
                        RiskLevel.MEDIUM,
                        "Nearly.",
                        List.of(
                                new Remark(Remark.Weight.CRITICAL, "security", "a.py", 3, "It leaks."),
                                new Remark(Remark.Weight.WARNING, "general", null, null, "Something."))));
    }

    @Test
    void anUnknownVerdictIsNoApproval() {
        assertThatThrownBy(() -> OpinionReply.read("{\"verdict\":\"looks great\"}"))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("approve");
        assertThatThrownBy(() -> OpinionReply.read("Looks great to me.")).isInstanceOf(UnreadableReply.class);
    }
}
