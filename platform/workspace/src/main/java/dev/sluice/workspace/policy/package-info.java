/** What a repository asks of a change. Only reading and asking; the gate decides. */
@NullMarked
package dev.sluice.workspace.policy;

import org.jspecify.annotations.NullMarked;
