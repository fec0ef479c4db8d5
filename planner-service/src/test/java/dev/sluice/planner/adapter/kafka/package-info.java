/** Tests of the mappers and topologies, without brokers. */
@NullMarked
package dev.sluice.planner.adapter.kafka;

import org.jspecify.annotations.NullMarked;
