/** Wires the developer agent service. Nothing here decides or does anything. */
@NullMarked
package dev.sluice.developer.config;

import org.jspecify.annotations.NullMarked;
