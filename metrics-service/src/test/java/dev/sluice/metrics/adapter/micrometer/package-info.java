/** Tests of how figures are kept. */
@NullMarked
package dev.sluice.metrics.adapter.micrometer;

import org.jspecify.annotations.NullMarked;
