/** Registers the contract's schemas. Nothing here encodes or decodes an event. */
@NullMarked
package dev.sluice.messaging.registry;

import org.jspecify.annotations.NullMarked;
