/** Plans through platform/models: the prompt, and the reading of replies, which are untrusted. No Kafka, no Avro. */
@NullMarked
package dev.sluice.planner.adapter.model;

import org.jspecify.annotations.NullMarked;
