/** Works on real repositories: git, edits, sandboxed tests. Nothing here asks a model or knows an event. */
@NullMarked
package dev.sluice.developer.adapter.workspace;

import org.jspecify.annotations.NullMarked;
