package dev.sluice.reviewer.domain;

import org.jspecify.annotations.Nullable;

/**
 * What machines found out about a change's tests.
 *
 * @param head tests at the head
 * @param mergeResult tests at the merge result, null where it could not be built
 * @param failToPass whether the new tests fail on the old code
 * @param passToPass whether the old tests still pass
 */
public record Proofs(TestRun head, @Nullable TestRun mergeResult, MachineProof failToPass, MachineProof passToPass) {}
