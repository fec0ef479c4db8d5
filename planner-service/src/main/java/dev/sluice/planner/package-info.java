/** The planner: turns requirements into plans and releases approved stories in dependency order. Only the application class lives here. */
@NullMarked
package dev.sluice.planner;

import org.jspecify.annotations.NullMarked;
