/** Listens to and tells events. The only place that knows wire types; nothing here decides anything. */
@NullMarked
package dev.sluice.developer.adapter.kafka;

import org.jspecify.annotations.NullMarked;
