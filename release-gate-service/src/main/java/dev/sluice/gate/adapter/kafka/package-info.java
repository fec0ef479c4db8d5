/** The gate's Kafka side: the topology that joins verdicts, the listener that acts on decisions, the mappers. No rule lives here. */
@NullMarked
package dev.sluice.gate.adapter.kafka;

import org.jspecify.annotations.NullMarked;
