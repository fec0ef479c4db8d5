/** The planner's events: mappers, the handler of planning work, the Streams topologies. Decides nothing: the domain does. */
@NullMarked
package dev.sluice.planner.adapter.kafka;

import org.jspecify.annotations.NullMarked;
