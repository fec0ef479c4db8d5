/** Tests, and the real repositories they work on. Nothing that production code uses. */
@NullMarked
package dev.sluice.workspace;

import org.jspecify.annotations.NullMarked;
