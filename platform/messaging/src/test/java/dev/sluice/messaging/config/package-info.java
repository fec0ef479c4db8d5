/** Tests of {@code config}. */
@NullMarked
package dev.sluice.messaging.config;

import org.jspecify.annotations.NullMarked;
