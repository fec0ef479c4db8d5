/** What a Kafka Streams topology needs to speak Sluice's events. No topology lives here. */
@NullMarked
package dev.sluice.messaging.streams;

import org.jspecify.annotations.NullMarked;
