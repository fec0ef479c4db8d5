/** Tests of the topic catalogue. */
@NullMarked
package dev.sluice.events.catalogue;

import org.jspecify.annotations.NullMarked;
