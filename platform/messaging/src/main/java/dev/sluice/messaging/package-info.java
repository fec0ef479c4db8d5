/** How a service consumes and publishes events. Nothing here knows what an event means. */
@NullMarked
package dev.sluice.messaging;

import org.jspecify.annotations.NullMarked;
