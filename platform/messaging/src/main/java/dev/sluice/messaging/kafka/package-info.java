/** Events on Kafka: envelope, serdes, publisher, topics, control. Nothing here decides how a handler's failure is treated. */
@NullMarked
package dev.sluice.messaging.kafka;

import org.jspecify.annotations.NullMarked;
