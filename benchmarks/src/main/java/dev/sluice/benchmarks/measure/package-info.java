/** Measures: percentiles on raw data, processor time and peak memory of processes. Knows neither stories nor services. */
@NullMarked
package dev.sluice.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
