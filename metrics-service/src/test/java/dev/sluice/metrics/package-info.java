/** Tests of the service as a whole. */
@NullMarked
package dev.sluice.metrics;

import org.jspecify.annotations.NullMarked;
