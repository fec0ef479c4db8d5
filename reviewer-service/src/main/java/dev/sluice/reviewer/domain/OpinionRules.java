package dev.sluice.reviewer.domain;

import java.util.ArrayList;
import java.util.List;

/** What a model's opinion counts for. An approval that contradicts itself, or that has not seen everything, is none. */
public final class OpinionRules {

    private OpinionRules() {}

    /** The conclusion from an opinion about a change. */
    public static Conclusion conclude(Opinion opinion, Patch patch) {
        Judgement verdict = opinion.verdict();
        List<Remark> remarks = new ArrayList<>(opinion.remarks());
        boolean critical = opinion.remarks().stream().anyMatch(remark -> remark.weight() == Remark.Weight.CRITICAL);
        if (verdict == Judgement.APPROVE && critical) {
            verdict = Judgement.REQUEST_CHANGES;
            remarks.add(Remark.general(
                    Remark.Weight.INFO,
                    "contradiction",
                    "The model approved and called a finding critical; the finding counts."));
        }
        if (patch.cut()) {
            verdict = verdict.or(Judgement.REQUEST_CHANGES);
            remarks.add(Remark.general(
                    Remark.Weight.WARNING,
                    "size",
                    "The change is too large to be shown to a model in full, so its approval does not count."
                            + " Split the change, or let a person review it."));
        }
        return new Conclusion(verdict, opinion.risk(), opinion.summary(), remarks, null);
    }
}
