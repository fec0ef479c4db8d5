/** What a plan is and when its stories may go: records and pure functions. No Spring, Avro, Kafka or clock. */
@NullMarked
package dev.sluice.planner.domain;

import org.jspecify.annotations.NullMarked;
