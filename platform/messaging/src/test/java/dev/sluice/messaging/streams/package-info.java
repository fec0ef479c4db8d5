/** Tests of {@code streams}. */
@NullMarked
package dev.sluice.messaging.streams;

import org.jspecify.annotations.NullMarked;
