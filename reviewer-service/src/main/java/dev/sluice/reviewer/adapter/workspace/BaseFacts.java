package dev.sluice.reviewer.adapter.workspace;

import dev.sluice.reviewer.domain.PolicyText;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.Trailers;
import dev.sluice.workspace.policy.PolicyReading;
import dev.sluice.workspace.policy.RepositoryPolicy;
import dev.sluice.workspace.stack.StackProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the base commit says about every change that is built on it.
 *
 * @param policy how to read the policy's text; the strictest where it cannot be read
 * @param stackOverride how the repository says its tests are run
 * @param earlierReleases stories released into the base before
 */
record BaseFacts(
        PolicyText text,
        RepositoryPolicy policy,
        Optional<String> stackOverride,
        CodeOwners owners,
        int earlierReleases) {

    private static final String STORY_TRAILER = "Sluice-Story";
    private static final int LARGEST = 256 * 1024;

    static BaseFacts read(Mirror mirror, String baseSha) {
        List<String> files = mirror.files(baseSha);
        String content = text(mirror, baseSha, files, RepositoryPolicy.PATH).orElse("");
        PolicyReading reading = RepositoryPolicy.read(content);
        String problem = switch (reading) {
            case PolicyReading.Valid valid -> null;
            case PolicyReading.Malformed malformed ->
                malformed.problem() + " Correct it on the base branch, then submit the story again.";
        };
        String owners = CodeOwners.PLACES.stream()
                .flatMap(place -> text(mirror, baseSha, files, place).stream())
                .findFirst()
                .orElse("");
        return new BaseFacts(
                new PolicyText(sha256(content), content, baseSha, problem),
                reading.policy(),
                text(mirror, baseSha, files, StackProfile.OVERRIDE),
                new CodeOwners(owners),
                Trailers.inHistory(mirror, baseSha, STORY_TRAILER).size());
    }

    private static Optional<String> text(Mirror mirror, String sha, List<String> files, String path) {
        return files.contains(path) ? mirror.read(sha, path, LARGEST) : Optional.empty();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
