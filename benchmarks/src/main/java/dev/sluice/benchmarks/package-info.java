/** The load command: what to run, in which order, and its exit code. No measuring and no service code of its own. */
@NullMarked
package dev.sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
