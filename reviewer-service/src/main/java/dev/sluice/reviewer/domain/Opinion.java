package dev.sluice.reviewer.domain;

import java.util.List;

/** What a model thinks of a change. Only an opinion: rules make a verdict of it. */
public record Opinion(Judgement verdict, RiskLevel risk, String summary, List<Remark> remarks) {

    public Opinion {
        remarks = List.copyOf(remarks);
        if (verdict == Judgement.ERROR) {
            throw new IllegalArgumentException("An opinion approves, requests changes or blocks.");
        }
    }
}
