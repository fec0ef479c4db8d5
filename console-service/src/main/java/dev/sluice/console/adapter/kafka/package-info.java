/** Reads every topic into the projection and publishes what people decide. The only place that knows Avro. */
@NullMarked
package dev.sluice.console.adapter.kafka;

import org.jspecify.annotations.NullMarked;
