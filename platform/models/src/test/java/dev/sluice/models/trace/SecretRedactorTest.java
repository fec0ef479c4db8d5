package dev.sluice.models.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactorTest {

    private static final String CORE = "q8Xr2LmZ0vTn5KsWd7Yb1JcHf4GpAe9U";

    private final SecretRedactor redactor = new SecretRedactor(List.of("my-own-configured-key", ""));

    /** Made up, and put together here so that no scanner takes them for real ones. */
    static List<String> secrets() {
        return List.of(
                "sk-proj-" + CORE,
                "sk-ant-api03-" + CORE,
                "gh" + "p_" + CORE + "abcd",
                "github" + "_pat_" + CORE,
                "gl" + "pat-" + CORE,
                "npm" + "_" + CORE + "abcd",
                "hf" + "_" + CORE + "ab",
                "xo" + "xb-123456789012-" + CORE,
                "AK" + "IAQ8XR2LMZ0VTN5KSW",
                "AI" + "za" + CORE + "abc",
                "sk" + "_live_" + CORE,
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0." + CORE,
                "123456789:AA" + CORE + "a");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void takesOutIssuedKeys(String secret) {
        var redacted = redactor.redact("Use " + secret + " here.");

        assertThat(redacted.text()).isEqualTo("Use [redacted] here.");
        assertThat(redacted.secrets()).isEqualTo(1);
    }

    @Test
    void takesOutPrivateKeysEvenWhenCutOff() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\n" + (CORE + "\n").repeat(20);

        assertThat(redactor.redact("a\n" + key + "-----END RSA PRIVATE KEY-----\nb")
                        .text())
                .isEqualTo("a\n[redacted]\nb");
        assertThat(redactor.redact(key).text()).doesNotContain(CORE);
    }

    @Test
    void takesOutPasswordsWhereTheyAreWrittenDown() {
        assertThat(redactor.redact("git clone https://ann:hunter2@example.org/x.git")
                        .text())
                .isEqualTo("git clone https://ann:[redacted]@example.org/x.git");
        assertThat(redactor.redact("Authorization: Bearer " + CORE).text())
                .isEqualTo("Authorization: Bearer [redacted]");
        assertThat(redactor.redact("\"password\": \"correct-horse\"").text()).isEqualTo("\"password\": \"[redacted]\"");
        assertThat(redactor.redact("apiKey = 'correct-horse'").text()).isEqualTo("apiKey = '[redacted]'");
        assertThat(redactor.redact("Api_Key\" : \"correct-horse\"").text()).isEqualTo("Api_Key\" : \"[redacted]\"");
        assertThat(redactor.redact("x\nexport DB_PASSWORD=correct-horse\ny").text())
                .isEqualTo("x\nexport DB_PASSWORD=[redacted]\ny");
    }

    @Test
    void takesOutTheKeysThisProcessIsConfiguredWith() {
        assertThat(redactor.redact("got my-own-configured-key and my-own-configured-key")
                        .secrets())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String token = nextToken();",
                "the secret of good tests",
                "see https://example.org:8080/path?a=b and mailto:ann@example.org",
                "int key = 5; task-list, risk-averse, 12:34:56"
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(redactor.redact(text)).isEqualTo(new SecretRedactor.Redacted(text, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----",
                "://a:",
                "password=\"",
                "eyJaaaaaaaa.",
                "sk-",
                "TOKEN",
                "_KEY=",
                "token = \"",
                "SECRET="
            })
    void hostileTextCostsLittle(String piece) {
        String hostile = piece.repeat(200_000 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> redactor.redact(hostile));
    }
}
