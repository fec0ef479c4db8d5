/** Runs the tests of a worktree and reads what they wrote. Whether the result is good enough is decided elsewhere. */
@NullMarked
package dev.sluice.workspace.tests;

import org.jspecify.annotations.NullMarked;
