package dev.sluice.reviewer.application;

import dev.sluice.messaging.Delivery;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Conclusion;
import dev.sluice.reviewer.domain.OpinionRules;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.PathRules;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.Review;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.reviewer.domain.TestRules;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Judges a change in one role. Evidence is collected before a model is asked, and rules have the last word. */
public final class ReviewChange {

    private final ChangeReader reader;
    private final Prover prover;
    private final Judge judge;
    private final Verdicts verdicts;
    private final Clock clock;

    public ReviewChange(ChangeReader reader, Prover prover, Judge judge, Verdicts verdicts, Clock clock) {
        this.reader = reader;
        this.prover = prover;
        this.judge = judge;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** Gives exactly one verdict of {@code role} because of {@code cause}. */
    public void handle(Role role, Candidate candidate, Delivery cause) {
        if (verdicts.told(role, cause)) {
            return;
        }
        Review review = switch (reader.read(candidate)) {
            case ChangeReader.Reading.Unreadable unreadable ->
                review(candidate, role, Conclusion.error(unreadable.advice()), null, null, null, null);
            case ChangeReader.Reading.Readable readable ->
                switch (role) {
                    case POLICY -> policy(candidate, readable.patch());
                    case TEST_QUALITY -> tests(candidate, readable.patch(), cause);
                    case STORY_ALIGNMENT, ARCHITECTURE -> ask(role, candidate, readable.patch(), null, cause);
                };
        };
        verdicts.tell(review, cause);
    }

    private Review policy(Candidate candidate, Patch patch) {
        return review(candidate, Role.POLICY, PathRules.conclude(candidate, patch), patch, null, null, null);
    }

    private Review tests(Candidate candidate, Patch patch, Delivery cause) {
        Proofs proofs = prover.prove(candidate, patch, cause.eventId());
        Review asked = ask(Role.TEST_QUALITY, candidate, patch, proofs, cause);
        Conclusion conclusion = TestRules.conclude(asked.conclusion(), proofs);
        return review(candidate, Role.TEST_QUALITY, conclusion, patch, proofs, asked.model(), asked.promptVersion());
    }

    private Review ask(Role role, Candidate candidate, Patch patch, @Nullable Proofs proofs, Delivery cause) {
        return switch (judge.judge(role, candidate, patch, proofs, cause)) {
            case Judge.Answer.Thinks thinks ->
                review(
                        candidate,
                        role,
                        OpinionRules.conclude(thinks.opinion(), patch),
                        patch,
                        proofs,
                        thinks.model(),
                        thinks.promptVersion());
            case Judge.Answer.Silent silent ->
                review(candidate, role, Conclusion.error(silent.reason()), patch, proofs, silent.model(), null);
        };
    }

    private Review review(
            Candidate candidate,
            Role role,
            Conclusion conclusion,
            @Nullable Patch patch,
            @Nullable Proofs proofs,
            @Nullable String model,
            @Nullable String promptVersion) {
        return new Review(candidate, role, conclusion, patch, proofs, model, promptVersion, clock.instant());
    }
}
