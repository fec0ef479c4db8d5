/** The console on real parts. */
@NullMarked
package dev.sluice.console.real;

import org.jspecify.annotations.NullMarked;
