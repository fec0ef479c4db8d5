/** Reads every topic and says what each event means for the figures. Counts nothing itself. */
@NullMarked
package dev.sluice.metrics.adapter.kafka;

import org.jspecify.annotations.NullMarked;
