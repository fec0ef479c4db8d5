package dev.sluice.developer.application;

import dev.sluice.developer.domain.Repository;
import dev.sluice.messaging.EventIdentity;
import org.jspecify.annotations.Nullable;

/** Ids of changes, as the contract derives them. */
final class ChangeIds {

    private ChangeIds() {}

    /** Id of a change that has a head. */
    static String of(Repository repository, String storyId, String headSha) {
        return derive(repository, storyId, headSha);
    }

    /** Id of an attempt that left no commit. */
    static String headless(Repository repository, String storyId, @Nullable String baseSha, String revision) {
        return derive(repository, storyId, "base:" + (baseSha == null ? "" : baseSha) + ":" + revision);
    }

    private static String derive(Repository repository, String storyId, String last) {
        return EventIdentity.derive("change", repository.url() + "\n" + storyId + "\n" + last);
    }
}
