/** Tests of {@code registry}. */
@NullMarked
package dev.sluice.messaging.registry;

import org.jspecify.annotations.NullMarked;
