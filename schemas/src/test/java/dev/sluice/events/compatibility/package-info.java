/** Checks of the contract: rules for every schema, and compatibility with every released version. No broker, no registry. */
@NullMarked
package dev.sluice.events.compatibility;

import org.jspecify.annotations.NullMarked;
