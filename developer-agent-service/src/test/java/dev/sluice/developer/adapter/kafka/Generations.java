package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.Assignments;
import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Attempted;
import dev.sluice.developer.domain.Authorship;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Generation;
import dev.sluice.developer.domain.TestRun;
import java.util.List;

/** Results for tests. */
final class Generations {

    static final TestRun RUN = new TestRun(
            TestRun.Outcome.FAILED,
            "mvn test",
            "maven",
            3,
            1,
            1,
            1,
            42,
            "BUBBLEWRAP",
            List.of(new TestRun.Failure("a.B.c", "expected 1")),
            "tail");

    private Generations() {}

    static Generation ready(String changeId) {
        return of(changeId, new Ending.Ready("base", "head", "sluice/x", RUN));
    }

    static Generation of(String changeId, Ending ending) {
        Assignment assignment = Assignments.of("/repo");
        return new Generation(
                changeId,
                assignment.storyId(),
                assignment.requirementId(),
                assignment.repository(),
                assignment.story(),
                assignment.requestedBy(),
                assignment.approvedBy(),
                ending,
                List.of(
                        new Attempted(1, Attempted.Outcome.TESTS_FAILED, "p/m", List.of("a.py"), RUN, "why", 7),
                        new Attempted(2, Attempted.Outcome.MODEL_FAILED, null, List.of(), null, null, 0)),
                new Authorship("p/m", "developer/change@1", List.of("a.py")),
                "earlier",
                Assignments.PLANNED_AT);
    }
}
