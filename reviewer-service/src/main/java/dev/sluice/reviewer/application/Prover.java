package dev.sluice.reviewer.application;

import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.Proofs;

/** Lets machines find out about the tests of a change, in the sandbox. Takes minutes. */
public interface Prover {

    /** Proves once per cause; a tree that any service has tested before is not tested again. */
    Proofs prove(Candidate candidate, Patch patch, String causeId);
}
