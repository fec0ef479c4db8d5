package dev.sluice.reviewer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.reviewer.Patches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {

    private static final PolicyRules FREE = Patches.rules(List.of(), List.of(), List.of());

    @ParameterizedTest
    @CsvSource({
        "src/greeting.py, 1",
        "src/author.py, 1",
        "docs/authors.md, 1",
        "pom.xml, 2",
        "web/package.json, 2",
        ".github/workflows/x.yml, 2",
        "Dockerfile, 2",
        "db/migrations/001.sql, 2",
        "schemas/Order.avsc, 2",
        "src/auth/login.py, 3",
        "src/main/java/shop/security/Rules.java, 3",
        "config/server.pem, 3",
    })
    void comesFromThePath(String path, int layer) {
        assertThat(Layer.of(Patches.files(path), FREE).number()).isEqualTo(layer);
    }

    @Test
    void comesFromProtectedAndOwnedPaths() {
        assertThat(Layer.of(Patches.files("a.py"), Patches.rules(List.of(), List.of("a.py"), List.of()))
                        .number())
                .isEqualTo(2);
        assertThat(Layer.of(Patches.files("a.py"), Patches.rules(List.of(), List.of(), List.of("a.py"))))
                .isEqualTo(new Layer(3, "owned by name in CODEOWNERS: a.py"));
    }

    @Test
    void comesFromTheNumberOfComponents() {
        assertThat(Layer.of(Patches.files("a/x/1", "a/y/1", "b/x/1"), FREE).number())
                .isEqualTo(1);
        assertThat(Layer.of(Patches.files("a/x/1", "a/y/1", "b/x/1", "c/x/1"), FREE)
                        .number())
                .isEqualTo(2);
    }
}
