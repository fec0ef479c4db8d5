package dev.sluice.reviewer.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what looks like a secret in added lines. A remark names the place and the kind, never the secret. */
public final class Secrets {

    private static final Map<String, Pattern> CERTAIN = Map.of(
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----"),
            "an AWS access key", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "a GitHub token", Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})"),
            "a Slack token", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            "a Google API key", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}"),
            "a model provider's key", Pattern.compile("\\bsk-(ant-|proj-)?[A-Za-z0-9_-]{32,}"),
            "a password in a URL",
                    Pattern.compile("\\b[a-z][a-z0-9+.-]{1,15}://[^\\s/:@'\"]{1,64}:[^\\s/@'\"{}$<]{6,}@"));
    private static final Pattern LIKELY = Pattern.compile(
            "(?i)\\b[a-z0-9_-]*(api[_-]?key|secret|passw(or)?d|token)[\"']?\\s*[:=]\\s*[\"'](?=[^\"']*[0-9])[A-Za-z0-9/+_=-]{16,}[\"']");
    private static final int LONGEST_LINE = 4_000;

    private Secrets() {}

    /** Remarks in the order of the lines. */
    public static List<Remark> in(List<AddedLine> lines) {
        List<Remark> remarks = new ArrayList<>();
        for (AddedLine line : lines) {
            String text =
                    line.text().substring(0, Math.min(LONGEST_LINE, line.text().length()));
            CERTAIN.entrySet().stream()
                    .filter(kind -> kind.getValue().matcher(text).find())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst()
                    .ifPresentOrElse(kind -> remarks.add(remark(Remark.Weight.CRITICAL, line, kind)), () -> {
                        if (LIKELY.matcher(text).find()) {
                            remarks.add(remark(Remark.Weight.WARNING, line, "a password or key"));
                        }
                    });
        }
        return remarks;
    }

    private static Remark remark(Remark.Weight weight, AddedLine line, String kind) {
        return new Remark(
                weight,
                "secret",
                line.path(),
                line.number(),
                "This line looks like it holds " + kind
                        + ". Take it out, revoke it if it is real, and read it from the environment.");
    }
}
