/** Tests of the planner's rules. */
@NullMarked
package dev.sluice.planner.domain;

import org.jspecify.annotations.NullMarked;
