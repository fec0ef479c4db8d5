/** Puts stories on the log and waits for their decisions, and counts what is lost or doubled. Knows no mode. */
@NullMarked
package dev.sluice.benchmarks.load;

import org.jspecify.annotations.NullMarked;
