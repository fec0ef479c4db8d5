package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.RefusalCause;
import dev.sluice.events.RepositoryRef;
import dev.sluice.gate.application.DecidedChange;
import dev.sluice.gate.application.Landing;
import java.util.Objects;

/** What came of a merge to {@code change.merged} or {@code merge.refused}. */
final class LandingMapper {

    private LandingMapper() {}

    static ChangeMerged merged(DecidedChange change, Landing landing) {
        String tree = Objects.requireNonNullElse(landing.tree(), "");
        return new ChangeMerged(
                change.changeId(),
                change.storyId(),
                change.requirementId(),
                new RepositoryRef(change.repository(), change.baseBranch()),
                Objects.requireNonNullElse(change.headSha(), ""),
                Objects.requireNonNullElse(landing.sha(), ""),
                change.mergeTree(),
                tree,
                tree.equals(change.mergeTree()),
                new Actor("release-gate-service", ActorKind.SERVICE, "Sluice release gate"),
                landing.at());
    }

    static MergeRefused refused(DecidedChange change, RefusalCause cause, Landing landing) {
        return new MergeRefused(
                change.changeId(),
                change.storyId(),
                change.requirementId(),
                new RepositoryRef(change.repository(), change.baseBranch()),
                ChangeMapper.toWire(change.origin()),
                cause,
                Objects.requireNonNullElse(change.headSha(), ""),
                Objects.requireNonNullElse(change.baseSha(), ""),
                landing.currentBase(),
                landing.detail(),
                landing.at());
    }
}
