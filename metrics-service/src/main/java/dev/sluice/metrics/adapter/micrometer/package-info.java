/** Keeps the figures in Micrometer. Knows no event. */
@NullMarked
package dev.sluice.metrics.adapter.micrometer;

import org.jspecify.annotations.NullMarked;
