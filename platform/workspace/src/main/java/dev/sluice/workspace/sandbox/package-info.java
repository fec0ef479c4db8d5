/** Runs a command of a stranger. Nothing here knows what the command is for. */
@NullMarked
package dev.sluice.workspace.sandbox;

import org.jspecify.annotations.NullMarked;
