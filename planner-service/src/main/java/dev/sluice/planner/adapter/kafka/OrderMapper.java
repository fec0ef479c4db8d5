package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.StoryPlanned;
import dev.sluice.planner.domain.Order;
import java.time.Instant;

/** Released stories as {@code story.planned}. */
final class OrderMapper {

    private OrderMapper() {}

    static StoryPlanned toEvent(String requirementId, Order.ReleaseStory release, Instant now) {
        return StoryPlanned.newBuilder()
                .setStoryId(requirementId + "/" + release.story().key())
                .setRequirementId(requirementId)
                .setPlanRevision(release.planRevision())
                .setRevision(release.revision())
                .setStory(StoryMapper.toEvent(release.story()))
                .setRepository(PartyMapper.toEvent(release.repository()))
                .setRequestedBy(PartyMapper.toEvent(release.requestedBy()))
                .setApprovedBy(release.approvedBy() == null ? null : PartyMapper.toEvent(release.approvedBy()))
                .setClarifications(release.clarifications())
                .setPlannedAt(now)
                .build();
    }
}
