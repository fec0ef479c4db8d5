/** Wires the reviewer service. Nothing here decides or does anything. */
@NullMarked
package dev.sluice.reviewer.config;

import org.jspecify.annotations.NullMarked;
