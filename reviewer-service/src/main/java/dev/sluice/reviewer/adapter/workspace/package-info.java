/** Reads changes from real repositories and runs their tests in the sandbox. Nothing here asks a model or knows an event. */
@NullMarked
package dev.sluice.reviewer.adapter.workspace;

import org.jspecify.annotations.NullMarked;
