package dev.sluice.developer.adapter.workspace;

import dev.sluice.messaging.Journal;
import dev.sluice.workspace.evidence.RememberedTreeTests;
import dev.sluice.workspace.tests.TestRun;
import java.util.Optional;

/** Keeps test runs in the journal, where every service finds them. */
record JournalMemory(Journal journal) implements RememberedTreeTests.Memory {

    @Override
    public Optional<TestRun> find(String owner, String step) {
        return journal.find(owner, step, TestRun.class);
    }

    @Override
    public TestRun record(String owner, String step, TestRun run) {
        return journal.record(owner, step, TestRun.class, run);
    }
}
