package dev.sluice.console.application;

import dev.sluice.console.domain.AuditEntry;
import dev.sluice.console.domain.OutsideChange;
import dev.sluice.console.domain.Party;
import dev.sluice.console.domain.Submission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts what people want and decide on the log. Returns once the log has it; the event id follows from the content, so
 * that a repeat repeats the id.
 */
public interface Announcements {

    void requirementSubmitted(Submission submission, Instant at);

    void planDecided(
            String requirementId, int planRevision, String verdict, Party by, @Nullable String reason, Instant at);

    void clarificationAnswered(AskedClarification clarification, List<String> answers, Party by, Instant at);

    void changeOffered(OutsideChange change, String changeId, Instant at);

    void verdictGiven(HumanVerdict verdict, Instant at);

    void controlChanged(String scope, String state, @Nullable String reason, Party by, Instant at);

    /**
     * Publishes an audit entry.
     *
     * @param causeEventId the event that the entry is about
     */
    void audited(AuditEntry entry, String causeEventId, String correlationId);

    /** Id of this person's verdict about this change. */
    String reviewId(HumanVerdict verdict);

    /** Id of the change that {@code headSha} of a story is in {@code repositoryUrl}. */
    String changeId(String repositoryUrl, String storyId, String headSha);
}
