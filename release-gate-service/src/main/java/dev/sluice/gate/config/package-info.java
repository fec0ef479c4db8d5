/** Wires the gate. No rule and no technology of its own lives here. */
@NullMarked
package dev.sluice.gate.config;

import org.jspecify.annotations.NullMarked;
