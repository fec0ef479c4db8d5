/** Engines that hand events to handlers. Nothing here knows a vendor's serde or what an event means. */
@NullMarked
package dev.sluice.messaging.consuming;

import org.jspecify.annotations.NullMarked;
