/** Wires the service. Nothing else may know this package. */
@NullMarked
package dev.sluice.metrics.config;

import org.jspecify.annotations.NullMarked;
