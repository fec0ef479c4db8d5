/** Tests of the prompt and of reading replies. */
@NullMarked
package dev.sluice.planner.adapter.model;

import org.jspecify.annotations.NullMarked;
