package dev.sluice.gate.application;

import dev.sluice.gate.application.CommitStatus.State;
import dev.sluice.gate.domain.Answer;
import dev.sluice.gate.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the evaluated commit shows after a decision. */
final class Statuses {

    private Statuses() {}

    static List<CommitStatus> of(DecidedChange change) {
        List<CommitStatus> statuses = new ArrayList<>();
        statuses.add(tests(change));
        Role.AUTOMATIC.forEach(role -> statuses.add(role(role, change.answers().get(role))));
        statuses.add(gate(change));
        return statuses;
    }

    private static CommitStatus tests(DecidedChange change) {
        Optional<DecidedChange.Reason> against = change.reasons().stream()
                .filter(reason -> reason.code() != null && reason.code().aboutTests())
                .findFirst();
        if (against.isPresent()) {
            return new CommitStatus("sluice/tests", State.FAILURE, against.get().message());
        }
        return change.answers().containsKey(Role.TEST_QUALITY)
                ? new CommitStatus("sluice/tests", State.SUCCESS, "The tests pass, and nothing speaks against them.")
                : new CommitStatus("sluice/tests", State.ERROR, "No reviewer ran the tests before the deadline.");
    }

    private static CommitStatus role(Role role, @Nullable Answer answer) {
        String context = "sluice/" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (answer == null) {
            return new CommitStatus(context, State.ERROR, "No verdict came before the deadline.");
        }
        return switch (answer) {
            case APPROVE -> new CommitStatus(context, State.SUCCESS, "Approves.");
            case REQUEST_CHANGES -> new CommitStatus(context, State.FAILURE, "Wants changes.");
            case BLOCK -> new CommitStatus(context, State.FAILURE, "Blocks the change.");
            case ERROR, UNKNOWN -> new CommitStatus(context, State.ERROR, "Could not judge.");
        };
    }

    private static CommitStatus gate(DecidedChange change) {
        String why = change.reasons().getFirst().message();
        return switch (change.outcome()) {
            case APPROVED -> new CommitStatus("sluice/release-gate", State.SUCCESS, "Approved. " + why);
            case SKIPPED -> new CommitStatus("sluice/release-gate", State.PENDING, "People decide. " + why);
            case BLOCKED -> new CommitStatus("sluice/release-gate", State.FAILURE, "Blocked. " + why);
        };
    }
}
