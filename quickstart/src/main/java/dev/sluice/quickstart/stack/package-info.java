/** Starts the embedded parts and the six services in one process, each in a Spring context of its own. */
@NullMarked
package dev.sluice.quickstart.stack;

import org.jspecify.annotations.NullMarked;
