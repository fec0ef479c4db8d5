/** The release gate's starting point. No behaviour lives here. */
@NullMarked
package dev.sluice.gate;

import org.jspecify.annotations.NullMarked;
