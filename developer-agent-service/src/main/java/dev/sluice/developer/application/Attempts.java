package dev.sluice.developer.application;

import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Attempted;
import dev.sluice.developer.domain.Authorship;
import dev.sluice.developer.domain.BranchName;
import dev.sluice.developer.domain.CommitText;
import dev.sluice.developer.domain.Development;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Excerpt;
import dev.sluice.developer.domain.Inquiry;
import dev.sluice.developer.domain.TestRun;
import dev.sluice.messaging.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attempts at one assignment on one bench: a first one and as many fixes as the policy allows. */
final class Attempts {

    private final Bench bench;
    private final Coder coder;
    private final Clock clock;
    private final Assignment assignment;
    private final Delivery cause;

    private final List<Attempted> made = new ArrayList<>();
    private Authorship authorship = Authorship.none();
    private List<Excerpt> shown = List.of();

    Attempts(Bench bench, Coder coder, Clock clock, Assignment assignment, Delivery cause) {
        this.bench = bench;
        this.coder = coder;
        this.clock = clock;
        this.assignment = assignment;
        this.cause = cause;
    }

    Development make() {
        shown = bench.context(assignment.story());
        String complaint = null;
        for (int number = 1; ; number++) {
            Outcome outcome = attempt(number, complaint);
            switch (outcome) {
                case Outcome.Asks asks -> {
                    return new Development.Asked(assignment, asks.questions(), clock.instant());
                }
                case Outcome.Works works -> {
                    return generated(publish(works.tests()));
                }
                case Outcome.Hopeless hopeless -> {
                    return generated(hopeless.failed());
                }
                case Outcome.Fixable fixable -> {
                    if (number > bench.limits().fixAttempts()) {
                        return generated(fixable.failed());
                    }
                    complaint = fixable.complaint();
                }
            }
        }
    }

    private Outcome attempt(int number, @Nullable String complaint) {
        Instant start = clock.instant();
        CodingTask task = new CodingTask(
                assignment,
                number,
                bench.paths(),
                shown,
                bench.limits(),
                complaint,
                number == 1 && assignment.revision() == 1);
        return switch (coder.write(task, cause)) {
            case Coder.Reply.Questions questions -> new Outcome.Asks(questions.questions());
            case Coder.Reply.Failed failed -> {
                log(number, Attempted.Outcome.MODEL_FAILED, failed.model(), List.of(), null, failed.advice(), start);
                yield new Outcome.Hopeless(failed(Ending.Cause.MODEL_FAILED, failed.advice(), null));
            }
            case Coder.Reply.Edits edits -> apply(number, edits, start);
        };
    }

    private Outcome apply(int number, Coder.Reply.Edits edits, Instant start) {
        authorship = new Authorship(
                edits.model(),
                edits.promptVersion(),
                shown.stream().map(Excerpt::path).toList());
        return switch (bench.apply(edits.text())) {
            case Bench.Application.Refused refused ->
                refused(number, edits, start, Ending.Cause.EDITS_REFUSED, refused.message());
            case Bench.Application.Unchanged unchanged ->
                refused(number, edits, start, Ending.Cause.NOTHING_CHANGED, Advice.NOTHING_CHANGED);
            case Bench.Application.Changed changed -> test(number, edits, changed.files(), start);
        };
    }

    private Outcome refused(int number, Coder.Reply.Edits edits, Instant start, Ending.Cause cause, String message) {
        log(number, Attempted.Outcome.EDITS_REFUSED, edits.model(), List.of(), null, message, start);
        return new Outcome.Fixable(
                failed(cause, Advice.refused(message, made.size()), null), Advice.complaint(message));
    }

    private Outcome test(int number, Coder.Reply.Edits edits, List<String> files, Instant start) {
        TestRun tests = bench.test();
        TestVerdict verdict = TestVerdict.of(tests);
        log(number, verdict.outcome(), edits.model(), files, tests, verdict.detail(), start);
        if (verdict.good()) {
            return new Outcome.Works(tests);
        }
        Ending.Failed failed = failed(verdict.cause(), Advice.failing(tests, made.size()), tests);
        if (tests.outcome() == TestRun.Outcome.ERROR) {
            return new Outcome.Hopeless(failed);
        }
        List<String> again = new ArrayList<>(files);
        shown.stream().map(Excerpt::path).filter(path -> !files.contains(path)).forEach(again::add);
        shown = bench.show(assignment.story(), again);
        return new Outcome.Fixable(failed, Advice.complaint(tests));
    }

    private Ending publish(TestRun tests) {
        String model = authorship.model() == null ? "unknown" : authorship.model();
        String lineage = ChangeIds.headless(
                assignment.repository(),
                assignment.storyId(),
                bench.baseSha(),
                Integer.toString(assignment.revision()));
        String head = bench.commit(
                CommitText.of(
                        assignment.story(),
                        assignment.storyId(),
                        assignment.requirementId(),
                        assignment.requestedBy(),
                        model,
                        lineage),
                assignment.plannedAt());
        String branch = BranchName.of(assignment.storyId());
        return switch (bench.push(head, branch, assignment.storyId())) {
            case Bench.Push.Pushed pushed -> new Ending.Ready(bench.baseSha(), head, branch, tests);
            case Bench.Push.Refused refused -> failed(Ending.Cause.REPOSITORY_FAILED, refused.advice(), tests);
        };
    }

    private Development generated(Ending ending) {
        return new Development.Generated(Results.of(assignment, ending, made, authorship, clock.instant()));
    }

    private Ending.Failed failed(Ending.Cause cause, String advice, @Nullable TestRun tests) {
        return new Ending.Failed(cause, bench.baseSha(), advice, tests);
    }

    private void log(
            int number,
            Attempted.Outcome outcome,
            @Nullable String model,
            List<String> files,
            @Nullable TestRun tests,
            @Nullable String detail,
            Instant start) {
        long millis = Duration.between(start, clock.instant()).toMillis();
        made.add(new Attempted(number, outcome, model, files, tests, detail, millis));
    }

    /** What one attempt leads to. */
    private sealed interface Outcome {

        record Works(TestRun tests) implements Outcome {}

        record Asks(List<Inquiry> questions) implements Outcome {}

        record Fixable(Ending.Failed failed, String complaint) implements Outcome {}

        record Hopeless(Ending.Failed failed) implements Outcome {}
    }
}
