/** Sluice on one machine: the command line and the whole stack in one process. No rule of Sluice lives here. */
@NullMarked
package dev.sluice.quickstart;

import org.jspecify.annotations.NullMarked;
