/** What is told about a call: the event, the metrics, and what is taken out of both. Decides nothing. */
@NullMarked
package dev.sluice.models.trace;

import org.jspecify.annotations.NullMarked;
