/** Tests of the service as a whole. */
@NullMarked
package dev.sluice.planner;

import org.jspecify.annotations.NullMarked;
