/** Tests of the parts, all on the real thing. */
@NullMarked
package dev.sluice.embedded;

import org.jspecify.annotations.NullMarked;
