package dev.sluice.models.trace;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text. A maintained set of rules for the forms in which keys, tokens and passwords are issued or
 * written down, and the exact keys that this process is configured with. It errs on the side of taking out.
 */
public final class SecretRedactor {

    private static final String MARK = "[redacted]";

    /** Most secrets have a literal part: looking for it first makes text without secrets cheap. */
    private record Rule(List<String> anchors, Pattern pattern, String replacement) {

        static Rule of(String regex, String... anchors) {
            return new Rule(List.of(anchors), Pattern.compile(regex), MARK);
        }

        static Rule keeping(String regex, String replacement, String... anchors) {
            return new Rule(List.of(anchors), Pattern.compile(regex), replacement);
        }

        boolean mayApply(String text) {
            for (String anchor : anchors) {
                if (text.contains(anchor)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "-----BEGIN [A-Z ]{0,40}PRIVATE KEY( BLOCK)?-----[^-]{0,20000}(-----END [A-Z ]{0,40}PRIVATE KEY( BLOCK)?-----)?",
                    "PRIVATE KEY"),
            Rule.of("\\bsk-[A-Za-z0-9_-]{16,200}", "sk-"),
            Rule.of("\\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,200}", "_live_", "_test_"),
            Rule.of("\\bgh[pousr]_[A-Za-z0-9]{20,255}", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            Rule.of("\\bgithub_pat_[A-Za-z0-9_]{20,255}", "github_pat_"),
            Rule.of("\\bglpat-[A-Za-z0-9_-]{16,255}", "glpat-"),
            Rule.of("\\bnpm_[A-Za-z0-9]{30,100}", "npm_"),
            Rule.of("\\bhf_[A-Za-z0-9]{30,100}", "hf_"),
            Rule.of("\\bxox[abeoprs]-[A-Za-z0-9-]{10,255}", "xox"),
            Rule.of("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", "AKIA", "ASIA"),
            Rule.of("\\bAIza[A-Za-z0-9_-]{35}", "AIza"),
            Rule.of("\\bATATT3[A-Za-z0-9_=-]{20,400}", "ATATT3"),
            Rule.of("\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}", ":AA"),
            Rule.of("\\beyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{8,8000}\\.[A-Za-z0-9_-]{8,2000}", "eyJ"),
            Rule.keeping("(://[^\\s:/@\"']{0,100}:)[^\\s/@\"']{1,200}(?=@)", "$1" + MARK, "://"),
            Rule.keeping(
                    "(?i)\\b((?:proxy-)?authorization[\"']?\\s{0,5}[:=]\\s{0,5}[\"']?(?:bearer|basic|token)\\s{1,5})[^\\s\"']{6,4000}",
                    "$1" + MARK,
                    "uthorization",
                    "UTHORIZATION"),
            // These two begin at the sign and look back from it: beginning at the word would cost most of a call's
            // time.
            Rule.keeping(
                    "([:=](?<=(?i:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)[\"']?\\s{0,5}[:=])\\s{0,5}[\"'])[^\"'\\s]{8,500}(?=[\"'])",
                    "$1" + MARK,
                    "assw",
                    "ASSW",
                    "ecret",
                    "ECRET",
                    "oken",
                    "OKEN",
                    "key",
                    "Key",
                    "KEY"),
            Rule.keeping(
                    "=(?<=(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|ACCESS_KEY|PRIVATE_KEY)[A-Z0-9_]{0,20}=)[^\\s\"'$]{6,500}",
                    "=" + MARK,
                    "PASSW",
                    "SECRET",
                    "TOKEN",
                    "_KEY"));

    private final List<String> ownSecrets;

    /** Redacts with the rules and takes out {@code ownSecrets} wherever they stand. */
    public SecretRedactor(Collection<String> ownSecrets) {
        this.ownSecrets = ownSecrets.stream()
                .filter(Predicate.not(String::isBlank))
                .filter(secret -> secret.length() >= 6)
                .toList();
    }

    /** Text without its secrets, and how many were taken out. */
    public record Redacted(String text, int secrets) {}

    /** Takes the secrets out of {@code text}. */
    public Redacted redact(String text) {
        String clean = text;
        int found = 0;
        for (String secret : ownSecrets) {
            for (int at = clean.indexOf(secret); at >= 0; at = clean.indexOf(secret, at + MARK.length())) {
                clean = clean.substring(0, at) + MARK + clean.substring(at + secret.length());
                found++;
            }
        }
        for (Rule rule : RULES) {
            if (rule.mayApply(clean)) {
                Matcher matcher = rule.pattern().matcher(clean);
                StringBuilder replaced = null;
                while (matcher.find()) {
                    replaced = replaced == null ? new StringBuilder(clean.length()) : replaced;
                    matcher.appendReplacement(replaced, rule.replacement());
                    found++;
                }
                clean = replaced == null ? clean : matcher.appendTail(replaced).toString();
            }
        }
        return new Redacted(clean, found);
    }
}
