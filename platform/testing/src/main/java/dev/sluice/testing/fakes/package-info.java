/** In-memory fakes of the messaging ports. No broker, disk or network. */
@NullMarked
package dev.sluice.testing.fakes;

import org.jspecify.annotations.NullMarked;
