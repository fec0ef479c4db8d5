package dev.sluice.gate.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What machines found out for one role.
 *
 * @param failToPass the new tests fail on the old code
 * @param passToPass the old tests still pass
 * @param head tests at the head, run by the reviewer itself
 * @param mergeResult tests at the merge result
 * @param files number of files touched
 * @param production whether one of them is neither a test nor documentation
 * @param layer review layer from the blast radius; anything but 1 to 3 counts as 3
 * @param layerReason why that layer
 * @param protectedPaths protected paths that are touched
 * @param earlierReleases stories released into the base before, null if nobody counted
 */
public record Facts(
        @Nullable Claim failToPass,
        @Nullable Claim passToPass,
        @Nullable TestRun head,
        @Nullable TestRun mergeResult,
        int files,
        boolean production,
        int layer,
        String layerReason,
        List<String> protectedPaths,
        @Nullable Integer earlierReleases) {

    public Facts {
        protectedPaths = List.copyOf(protectedPaths);
        layer = layer < 1 || layer > 3 ? 3 : layer;
    }
}
