/** Which stack a tree uses and how its tests are run. Nothing here runs them. */
@NullMarked
package dev.sluice.workspace.stack;

import org.jspecify.annotations.NullMarked;
