package dev.sluice.console.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    @Test
    void anUntouchedChainIsIntact() {
        assertThat(AuditChain.problems(chain(5))).isEmpty();
    }

    @Test
    void anEditIsFound() {
        List<AuditEntry> entries = chain(3);
        AuditEntry e = entries.get(1);
        entries.set(
                1,
                new AuditEntry(
                        e.writer(),
                        e.sequence(),
                        e.subject(),
                        "mallory",
                        e.action(),
                        e.detail(),
                        e.previousHash(),
                        e.hash(),
                        e.recordedAt()));

        assertThat(AuditChain.problems(entries))
                .containsExactly("console entry 2: its content does not match its hash");
    }

    @Test
    void aMissingEntryIsFound() {
        List<AuditEntry> entries = chain(3);
        entries.remove(1);

        assertThat(AuditChain.problems(entries)).singleElement().asString().contains("missing or doubled");
    }

    @Test
    void entriesInAnotherOrderAreFound() {
        List<AuditEntry> entries = chain(3);
        entries.add(entries.remove(0));

        assertThat(AuditChain.problems(entries)).isNotEmpty();
    }

    @Test
    void anEntryThatWasEditedWithItsHashBreaksTheNext() {
        List<AuditEntry> entries = chain(3);
        AuditEntry e = entries.get(1);
        entries.set(
                1,
                AuditChain.link(
                        e.writer(),
                        e.sequence(),
                        e.previousHash(),
                        e.subject(),
                        "mallory",
                        e.action(),
                        e.detail(),
                        e.recordedAt()));

        assertThat(AuditChain.problems(entries))
                .containsExactly("console entry 3: does not follow from the entry before it");
    }

    @Test
    void charactersCannotMoveBetweenFields() {
        assertThat(Digests.sha256("ab", "c")).isNotEqualTo(Digests.sha256("a", "bc"));
    }

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        String previous = "";
        for (int i = 1; i <= length; i++) {
            AuditEntry entry = AuditChain.link(
                    "console", i, previous, "r-1", "ann", "plan.decided", "approved", Instant.ofEpochSecond(i));
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }
}
