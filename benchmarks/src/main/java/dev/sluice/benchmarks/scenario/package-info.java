/** What a mode is made of: repositories, recorded replies and, where a mode says so, ports answered from memory. Measures nothing. */
@NullMarked
package dev.sluice.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
