/** Tests of the use cases, with in-memory ports. */
@NullMarked
package dev.sluice.planner.application;

import org.jspecify.annotations.NullMarked;
