package dev.sluice.console.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What machines found out about a change. Names are those of the event contract. */
public record EvidenceDetail(
        @Nullable Proof failToPass,
        @Nullable Proof passToPass,
        @Nullable TestRun head,
        @Nullable TestRun mergeResult,
        List<ChangedFile> files,
        int layer,
        String layerReason,
        List<String> protectedPaths) {

    public record Proof(String outcome, String detail, List<String> tests) {}

    public record ChangedFile(String path, String status, int added, int removed, boolean test) {}
}
