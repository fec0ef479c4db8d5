/** Tests of what events mean for the figures. */
@NullMarked
package dev.sluice.metrics.adapter.kafka;

import org.jspecify.annotations.NullMarked;
