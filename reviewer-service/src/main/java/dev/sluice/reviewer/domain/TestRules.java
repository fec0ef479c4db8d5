package dev.sluice.reviewer.domain;

import java.util.ArrayList;
import java.util.List;

/** What the evidence about a change's tests counts for. Evidence beats opinion: it can only make a verdict harder. */
public final class TestRules {

    private TestRules() {}

    /** The conclusion from what a model thinks, or failed to say, and what machines proved. */
    public static Conclusion conclude(Conclusion opinion, Proofs proofs) {
        Judgement verdict = opinion.verdict();
        RiskLevel risk = opinion.risk();
        List<Remark> remarks = new ArrayList<>();
        for (Objection objection : objections(proofs)) {
            verdict = verdict.or(objection.verdict());
            risk = objection.verdict() == Judgement.ERROR ? risk : risk.or(RiskLevel.HIGH);
            remarks.add(objection.remark());
        }
        if (remarks.isEmpty()) {
            return opinion;
        }
        String first = remarks.getFirst().message();
        String summary = opinion.verdict() == verdict ? opinion.summary() : "Evidence decides: " + first;
        remarks.addAll(opinion.remarks());
        String failure = verdict == Judgement.ERROR && opinion.failure() == null ? first : opinion.failure();
        return new Conclusion(verdict, risk, summary, remarks, failure);
    }

    private static List<Objection> objections(Proofs proofs) {
        List<Objection> objections = new ArrayList<>();
        run(objections, "tests-at-head", "At the head: ", proofs.head());
        if (proofs.mergeResult() != null && !proofs.mergeResult().equals(proofs.head())) {
            run(objections, "tests-at-merge-result", "At the merge result: ", proofs.mergeResult());
        }
        proof(
                objections,
                "fail-to-pass",
                "The change's tests pass without the change, so they do not show that it works",
                proofs.failToPass());
        proof(objections, "pass-to-pass", "Tests of the base no longer pass", proofs.passToPass());
        return objections;
    }

    private static void run(List<Objection> objections, String category, String where, TestRun run) {
        Judgement verdict = switch (run.outcome()) {
            case PASSED -> Judgement.APPROVE;
            case NO_TESTS_RAN -> Judgement.REQUEST_CHANGES;
            case FAILED, BUILD_FAILED, TIMED_OUT -> Judgement.BLOCK;
            case ERROR -> Judgement.ERROR;
        };
        add(objections, verdict, category, where + run.summary());
    }

    private static void proof(List<Objection> objections, String category, String refuted, MachineProof proof) {
        switch (proof.result()) {
            case PROVEN, NOT_APPLICABLE -> {}
            case REFUTED -> add(objections, Judgement.REQUEST_CHANGES, category, refuted + names(proof) + ".");
            case FAILED_TO_RUN ->
                add(objections, Judgement.ERROR, category, "It could not be established: " + proof.detail());
        }
    }

    private static String names(MachineProof proof) {
        return proof.tests().isEmpty() ? " (" + proof.detail() + ")" : ": " + String.join(", ", proof.tests());
    }

    private static void add(List<Objection> objections, Judgement verdict, String category, String message) {
        if (verdict != Judgement.APPROVE) {
            Remark.Weight weight = verdict == Judgement.ERROR ? Remark.Weight.WARNING : Remark.Weight.CRITICAL;
            objections.add(new Objection(verdict, Remark.general(weight, category, message)));
        }
    }

    private record Objection(Judgement verdict, Remark remark) {}
}
