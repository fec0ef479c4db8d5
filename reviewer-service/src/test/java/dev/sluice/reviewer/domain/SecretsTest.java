package dev.sluice.reviewer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @Test
    void findsKeysByTheirForm() {
        for (String line : List.of(
                "-----BEGIN RSA PRIVATE " + "KEY-----",
                "aws = AKIA" + "ABCDEFGHIJKLMNOP",
                "url = postgres://admin:" + "hunter22@db/app",
                "api_key = \"" + "a1b2c3d4e5f6a7b8c9d0\"")) {
            assertThat(Secrets.in(List.of(new AddedLine("a", 1, line))))
                    .as(line)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = os.environ['PASSWORD']",
                "token = \"\"",
                "def secret(name):",
                "https://example.com/a:b@c",
                "String token = \"changeMePleaseNow\";"
            })
    void leavesOrdinaryCodeAlone(String line) {
        assertThat(Secrets.in(List.of(new AddedLine("a", 1, line)))).isEmpty();
    }
}
