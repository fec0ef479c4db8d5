/** The demonstration: the sample repository, the recorded model, and what must come of them. */
@NullMarked
package dev.sluice.quickstart.demo;

import org.jspecify.annotations.NullMarked;
