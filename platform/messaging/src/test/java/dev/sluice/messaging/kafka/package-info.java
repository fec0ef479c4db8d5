/** Tests of {@code kafka}. */
@NullMarked
package dev.sluice.messaging.kafka;

import org.jspecify.annotations.NullMarked;
