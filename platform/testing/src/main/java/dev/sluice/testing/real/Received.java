package dev.sluice.testing.real;

import dev.sluice.messaging.Delivery;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One event as it lies on its topic.
 *
 * @param delivery what its envelope says
 * @param headers every header as text
 */
public record Received<T extends SpecificRecord>(
        String key, T event, Delivery delivery, Map<String, String> headers, int partition, long offset) {}
