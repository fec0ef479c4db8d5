package dev.sluice.console.adapter.pages;

import dev.sluice.console.application.ChangeDetail;
import dev.sluice.console.application.EvidenceDetail;
import dev.sluice.console.domain.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words and tones for what the pages show. Tones are class names of the style sheet.
 *
 * @param now time of the request
 */
public record Showing(Instant now) {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** {@code WAITING_FOR_APPROVAL} as "Waiting for approval". */
    public String words(@Nullable Object name) {
        String lower =
                String.valueOf(name).toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    public String tone(RunState state) {
        return switch (state) {
            case MERGED -> "good";
            case FAILED, BLOCKED, REJECTED -> "bad";
            case SKIPPED, WAITING_FOR_APPROVAL, CLARIFICATION -> "warn";
            case PROPOSED, PLANNED, WAITING_FOR_DEPENDENCY -> "quiet";
            case SUBMITTED, PLANNING, DEVELOPING, REVIEWING, REBASING, MERGING -> "moving";
        };
    }

    /** Tone of a verdict, decision, proof or test outcome. */
    public String tone(@Nullable String outcome) {
        return switch (String.valueOf(outcome)) {
            case "APPROVE", "APPROVED", "PROVEN", "PASSED", "TESTS_PASSED" -> "good";
            case "BLOCK", "BLOCKED", "REFUTED", "FAILED", "TESTS_FAILED", "BUILD_FAILED", "EDITS_REFUSED", "REJECTED" ->
                "bad";
            case "REQUEST_CHANGES",
                    "SKIPPED",
                    "ERROR",
                    "NO_TESTS_RAN",
                    "TIMED_OUT",
                    "MODEL_FAILED",
                    "FAILED_TO_RUN",
                    "REGENERATE" -> "warn";
            default -> "quiet";
        };
    }

    /** "just now", "4 min ago", "3 h ago", "2 days ago", or the day. */
    public String ago(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        long seconds = Duration.between(time, now).toSeconds();
        if (seconds < 45) {
            return "just now";
        }
        if (seconds < 3_600) {
            return Math.max(1, Math.round(seconds / 60.0)) + " min ago";
        }
        if (seconds < 86_400) {
            return seconds / 3_600 + " h ago";
        }
        long days = seconds / 86_400;
        return days == 1 ? "yesterday" : days < 15 ? days + " days ago" : DAY.format(time);
    }

    public String full(Instant time) {
        return FULL.format(time);
    }

    public String clock(Instant time) {
        return CLOCK.format(time);
    }

    public String sha(@Nullable String sha) {
        return sha == null ? "" : sha.length() > 10 ? sha.substring(0, 10) : sha;
    }

    /** Last two parts of a repository's address. */
    public String repository(String url) {
        String trimmed = url.replaceAll("/+$", "").replaceAll("\\.git$", "");
        String[] parts = trimmed.split("[/:\\\\]", -1);
        int n = parts.length;
        return n < 2 || parts[n - 2].isBlank() ? parts[n - 1] : parts[n - 2] + "/" + parts[n - 1];
    }

    public String seconds(long millis) {
        return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }

    /** What the machine proved about a change, in a few words. */
    public String proof(EvidenceDetail.@Nullable Proof proof) {
        return proof == null ? "not checked" : words(proof.outcome()).toLowerCase(Locale.ROOT);
    }

    /** Tests of a change in a few words. */
    public String tests(ChangeDetail change) {
        if (change.generated().testReport() != null) {
            return change.generated().testReport().inWords();
        }
        EvidenceDetail evidence = change.evidence();
        return evidence == null || evidence.head() == null
                ? "none"
                : evidence.head().inWords();
    }

    public String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
