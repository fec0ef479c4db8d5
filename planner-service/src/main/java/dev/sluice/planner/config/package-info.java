/** Wires the service. Nothing else may know this package. */
@NullMarked
package dev.sluice.planner.config;

import org.jspecify.annotations.NullMarked;
