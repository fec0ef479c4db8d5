/** The journal on Redis. Nothing here knows Kafka. */
@NullMarked
package dev.sluice.messaging.redis;

import org.jspecify.annotations.NullMarked;
