package dev.sluice.reviewer.domain;

import java.util.List;

/**
 * What the repository's policy says of the files of a change.
 *
 * @param forbidden touched paths that are outside the allowed ones
 * @param protectedPaths touched paths that are protected
 * @param owned touched paths with an owner in CODEOWNERS, other than its catch-all
 */
public record PolicyRules(int maxFiles, List<String> forbidden, List<String> protectedPaths, List<String> owned) {

    public PolicyRules {
        forbidden = List.copyOf(forbidden);
        protectedPaths = List.copyOf(protectedPaths);
        owned = List.copyOf(owned);
    }
}
