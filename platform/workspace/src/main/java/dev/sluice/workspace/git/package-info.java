/** Mirrors of repositories, worktrees, commits, merges and pushes through the {@code git} command. Nothing here runs code of a repository. */
@NullMarked
package dev.sluice.workspace.git;

import org.jspecify.annotations.NullMarked;
