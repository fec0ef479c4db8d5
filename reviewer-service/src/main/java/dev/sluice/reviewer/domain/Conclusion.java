package dev.sluice.reviewer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict and what it rests on.
 *
 * @param failure why the role could not judge; null when it could
 */
public record Conclusion(
        Judgement verdict,
        RiskLevel risk,
        String summary,
        List<Remark> remarks,
        @Nullable String failure) {

    public Conclusion {
        remarks = List.copyOf(remarks);
        if (verdict == Judgement.ERROR && failure == null) {
            throw new IllegalArgumentException("A role that could not judge must say why.");
        }
    }

    /** The role could not judge, for this reason. */
    public static Conclusion error(String failure) {
        return new Conclusion(Judgement.ERROR, RiskLevel.UNKNOWN, "No judgement: " + failure, List.of(), failure);
    }
}
