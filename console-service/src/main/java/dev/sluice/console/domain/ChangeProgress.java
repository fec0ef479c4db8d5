package dev.sluice.console.domain;

import org.jspecify.annotations.Nullable;

/** Derives where a change stands that has not landed. Pure. */
final class ChangeProgress {

    private ChangeProgress() {}

    static RunStatus of(ChangeFacts change) {
        boolean ready = change.outcome().equals("READY");
        if (change.decision() == null) {
            return RunStatus.of(RunState.REVIEWING, ready ? verdicts(change.verdicts()) : "The gate is deciding.");
        }
        if (!ready) {
            return notReady(change);
        }
        return switch (change.decision()) {
            case "APPROVED" -> approved(change);
            case "SKIPPED" ->
                RunStatus.of(
                        RunState.SKIPPED, text(change.decisionReason(), "It may not merge by itself: people decide."));
            default -> RunStatus.of(RunState.BLOCKED, text(change.decisionReason(), "The gate blocked it."));
        };
    }

    private static String verdicts(int number) {
        return number == 0 ? "No verdict yet." : number + (number == 1 ? " verdict" : " verdicts") + " so far.";
    }

    private static RunStatus approved(ChangeFacts change) {
        if (change.refusal() == null) {
            return RunStatus.of(RunState.MERGING, "Approved; the merge is under way.");
        }
        if (change.refusal().equals("BASE_CHANGED") && change.fromStory()) {
            return RunStatus.of(
                    RunState.REBASING, "The base branch moved; the change is put on top of it and judged again.");
        }
        return RunStatus.of(
                RunState.BLOCKED, text(change.refusalDetail(), "The merge was refused: " + change.refusal()));
    }

    private static RunStatus notReady(ChangeFacts change) {
        boolean machinery =
                change.outcome().equals("MODEL_FAILED") || change.outcome().equals("REPOSITORY_FAILED");
        String reason =
                text(change.failure(), text(change.decisionReason(), "No change to review: " + change.outcome()));
        return RunStatus.of(machinery ? RunState.FAILED : RunState.BLOCKED, reason);
    }

    private static String text(@Nullable String preferred, String otherwise) {
        return preferred == null || preferred.isBlank() ? otherwise : preferred;
    }
}
