/** Prints what was measured, for people and as JSON. Works out nothing that a round does not say. */
@NullMarked
package dev.sluice.benchmarks.report;

import org.jspecify.annotations.NullMarked;
