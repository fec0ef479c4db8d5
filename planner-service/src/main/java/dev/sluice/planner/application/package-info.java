/** Use cases of the planner and the ports they need. No Kafka, Avro, Spring or model library. */
@NullMarked
package dev.sluice.planner.application;

import org.jspecify.annotations.NullMarked;
