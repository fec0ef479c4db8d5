package dev.sluice.reviewer.adapter.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeOwnersTest {

    private final CodeOwners owners = new CodeOwners("""
            # default
            *            @everybody
            *.sql        @data
            /payments/   @money # the tills
            docs/api     @docs
            /payments/README.md
            """);

    @Test
    void theLastPatternDecidesAndTheCatchAllNamesNobodyInParticular() {
        assertThat(owners.owns("src/a.py")).isFalse();
        assertThat(owners.owns("db/deep/a.sql")).isTrue();
        assertThat(owners.owns("payments/a/b.py")).isTrue();
        assertThat(owners.owns("payments/README.md")).isFalse();
        assertThat(owners.owns("docs/api/index.md")).isTrue();
        assertThat(new CodeOwners("").owns("a")).isFalse();
    }
}
