package dev.sluice.planner.adapter.kafka;

import org.jspecify.annotations.Nullable;

/**
 * A question that waits for an answer, or waited.
 *
 * @param open false once it was answered or expired
 * @param dueAt deadline, epoch milliseconds
 * @param causeEventId id of the event that asked
 */
record OpenClarification(
        boolean open,
        String subjectId,
        String subjectKind,
        String requirementId,
        long dueAt,
        @Nullable String causeEventId,
        @Nullable String traceparent) {

    OpenClarification closed() {
        return new OpenClarification(false, subjectId, subjectKind, requirementId, dueAt, null, null);
    }
}
