package dev.sluice.reviewer.domain;

import java.util.ArrayList;
import java.util.List;

/** What a repository's policy counts for. No model and no opinion. */
public final class PathRules {

    private static final int LARGE = 1_000;

    private PathRules() {}

    /** The verdict of the policy role. */
    public static Conclusion conclude(Candidate candidate, Patch patch) {
        List<Remark> remarks = new ArrayList<>();
        Judgement verdict = Judgement.APPROVE;
        String problem = patch.policy().problem();
        if (problem != null) {
            verdict = Judgement.BLOCK;
            remarks.add(new Remark(Remark.Weight.CRITICAL, "policy", ".sluice/policy.yaml", null, problem));
        }
        if (!patch.conflicts().isEmpty()) {
            verdict = Judgement.BLOCK;
            remarks.add(Remark.general(
                    Remark.Weight.CRITICAL,
                    "conflict",
                    "The change conflicts with its base in " + String.join(", ", patch.conflicts())
                            + ". Rebase it and submit it again."));
        }
        verdict = verdict.or(paths(remarks, candidate, patch));
        verdict = verdict.or(size(remarks, patch));
        List<Remark> secrets = Secrets.in(patch.addedLines());
        remarks.addAll(secrets);
        for (Remark secret : secrets) {
            verdict =
                    verdict.or(secret.weight() == Remark.Weight.CRITICAL ? Judgement.BLOCK : Judgement.REQUEST_CHANGES);
        }
        return new Conclusion(verdict, risk(verdict), summary(verdict, patch, remarks), remarks, null);
    }

    private static Judgement paths(List<Remark> remarks, Candidate candidate, Patch patch) {
        Judgement verdict = Judgement.APPROVE;
        for (String path : patch.rules().forbidden()) {
            verdict = Judgement.BLOCK;
            remarks.add(
                    new Remark(
                            Remark.Weight.CRITICAL,
                            "forbidden-path",
                            path,
                            null,
                            path
                                    + " is outside allowedPaths of .sluice/policy.yaml. Leave it alone, or let its owners extend the policy."));
        }
        for (String path : patch.rules().protectedPaths()) {
            verdict = verdict.or(candidate.byAgent() ? Judgement.BLOCK : Judgement.REQUEST_CHANGES);
            remarks.add(new Remark(
                    candidate.byAgent() ? Remark.Weight.CRITICAL : Remark.Weight.WARNING,
                    "protected-path",
                    path,
                    null,
                    path + " is a protected path: agents may not change it, and people must agree to it."));
        }
        return verdict;
    }

    private static Judgement size(List<Remark> remarks, Patch patch) {
        int lines = patch.files().stream()
                .mapToInt(file -> file.added() + file.removed())
                .sum();
        if (patch.files().size() > patch.rules().maxFiles()) {
            remarks.add(Remark.general(
                    Remark.Weight.WARNING,
                    "size",
                    patch.files().size() + " files are changed; the policy's maxFiles is "
                            + patch.rules().maxFiles() + ", so people decide."));
        }
        if (lines > LARGE) {
            remarks.add(Remark.general(
                    Remark.Weight.WARNING,
                    "size",
                    lines + " lines are changed. Changes of more than " + LARGE
                            + " lines are hard to review: split it."));
            return Judgement.REQUEST_CHANGES;
        }
        return Judgement.APPROVE;
    }

    private static RiskLevel risk(Judgement verdict) {
        return switch (verdict) {
            case APPROVE -> RiskLevel.LOW;
            case REQUEST_CHANGES, ERROR -> RiskLevel.MEDIUM;
            case BLOCK -> RiskLevel.HIGH;
        };
    }

    private static String summary(Judgement verdict, Patch patch, List<Remark> remarks) {
        Layer layer = Layer.of(patch.files(), patch.rules());
        String size = patch.files().size() + (patch.files().size() == 1 ? " file" : " files") + ", layer "
                + layer.number() + " (" + layer.reason() + ").";
        return verdict == Judgement.APPROVE || remarks.isEmpty()
                ? "Nothing in the policy speaks against it: " + size
                : remarks.getFirst().message() + " " + size;
    }
}
