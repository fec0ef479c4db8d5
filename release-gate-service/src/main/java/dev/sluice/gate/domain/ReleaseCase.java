package dev.sluice.gate.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that has arrived about one change. A verdict may come before its change.
 *
 * @param openedAt when the gate first saw the change, or, while it has not, the first verdict about it
 * @param verdicts in order of arrival, at most {@value #MOST_VERDICTS}
 */
public record ReleaseCase(
        String changeId, Instant openedAt, @Nullable Change change, List<RoleVerdict> verdicts) {

    /** More verdicts than any change needs; what comes on top is ignored, so that nobody can fill the store. */
    static final int MOST_VERDICTS = 64;

    private static final int MOST_OTHERS = 4;

    public ReleaseCase {
        verdicts = List.copyOf(verdicts);
    }

    /** A case in which nothing has arrived yet. */
    public static ReleaseCase open(String changeId, Instant now) {
        return new ReleaseCase(changeId, now, null, List.of());
    }

    /** This case with its change; itself if it has one already. */
    public ReleaseCase with(Change arrived, Instant now) {
        if (change != null) {
            return this;
        }
        List<RoleVerdict> kept = new ArrayList<>();
        int others = 0;
        for (RoleVerdict verdict : verdicts) {
            if (verdict.countsFor(arrived) || others++ < MOST_OTHERS) {
                kept.add(verdict);
            }
        }
        return new ReleaseCase(changeId, now, arrived, kept);
    }

    /** This case with one more verdict; itself if the verdict changes nothing. */
    public ReleaseCase with(RoleVerdict arrived) {
        if (changesNothing(arrived)) {
            return this;
        }
        List<RoleVerdict> more = new ArrayList<>(verdicts);
        more.add(arrived);
        return new ReleaseCase(changeId, openedAt, change, more);
    }

    /** This case with its time to wait begun anew, as after a pause in which no verdict could come. */
    public ReleaseCase waitingSince(Instant now) {
        return new ReleaseCase(changeId, now, change, verdicts);
    }

    /** When a missing verdict becomes a reason. */
    public Instant deadline() {
        PolicyInForce policy = change == null ? null : new CountedVerdicts(change, verdicts).policy();
        return openedAt.plus(policy == null ? PolicyInForce.USUAL_DEADLINE : policy.verdictDeadline());
    }

    private boolean changesNothing(RoleVerdict arrived) {
        if (verdicts.size() >= MOST_VERDICTS
                || verdicts.stream().anyMatch(v -> v.reviewId().equals(arrived.reviewId()))) {
            return true;
        }
        if (change == null) {
            return false;
        }
        return arrived.countsFor(change)
                ? arrived.role() != Role.HUMAN && new CountedVerdicts(change, verdicts).of(arrived.role()) != null
                : new CountedVerdicts(change, verdicts).others().size() >= MOST_OTHERS;
    }
}
