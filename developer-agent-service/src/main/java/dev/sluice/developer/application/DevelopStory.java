package dev.sluice.developer.application;

import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Authorship;
import dev.sluice.developer.domain.Development;
import dev.sluice.developer.domain.Ending;
import dev.sluice.messaging.Delivery;
import java.time.Clock;
import java.util.List;

/** Writes the change of a story: exactly one result per revision, a failure being a result like any other. */
public final class DevelopStory {

    private final Workbench workbench;
    private final Coder coder;
    private final Changes changes;
    private final Clock clock;

    public DevelopStory(Workbench workbench, Coder coder, Changes changes, Clock clock) {
        this.workbench = workbench;
        this.coder = coder;
        this.changes = changes;
        this.clock = clock;
    }

    /** Handles a story that is planned. */
    public void handle(Assignment assignment, Delivery cause) {
        if (changes.told(cause)) {
            return;
        }
        switch (develop(assignment, cause)) {
            case Development.Generated generated -> changes.tell(generated.generation(), cause);
            case Development.Asked asked -> changes.ask(asked, cause);
        }
    }

    private Development develop(Assignment assignment, Delivery cause) {
        return switch (workbench.open(assignment.repository(), cause.eventId())) {
            case Workbench.Opening.Refused refused -> {
                Ending ending = new Ending.Failed(Ending.Cause.REPOSITORY_FAILED, null, refused.advice(), null);
                yield new Development.Generated(
                        Results.of(assignment, ending, List.of(), Authorship.none(), clock.instant()));
            }
            case Workbench.Opening.Opened opened -> {
                try (Bench bench = opened.bench()) {
                    yield new Attempts(bench, coder, clock, assignment, cause).make();
                }
            }
        };
    }
}
