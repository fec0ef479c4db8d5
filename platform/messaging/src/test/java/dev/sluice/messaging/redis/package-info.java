/** Tests of {@code redis}. */
@NullMarked
package dev.sluice.messaging.redis;

import org.jspecify.annotations.NullMarked;
