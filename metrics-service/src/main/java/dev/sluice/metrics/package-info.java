/** The metrics service: figures of the flow from every event on the log. Publishes nothing; only the application class lives here. */
@NullMarked
package dev.sluice.metrics;

import org.jspecify.annotations.NullMarked;
