/** Wiring and settings. No rules. */
@NullMarked
package dev.sluice.console.config;

import org.jspecify.annotations.NullMarked;
