package dev.sluice.console.application;

import java.util.Optional;

/** What a command must know before it is put on the log. Reads the projection. */
public interface DecisionFacts {

    boolean requirementKnown(String requirementId);

    Optional<PlanOnTable> newestPlan(String requirementId);

    Optional<AskedClarification> clarification(String clarificationId);

    boolean changeKnown(String changeId);

    Optional<JudgedChange> change(String changeId);
}
