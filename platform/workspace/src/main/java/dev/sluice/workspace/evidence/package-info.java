/** What machines can prove about a change. No model and no opinion. */
@NullMarked
package dev.sluice.workspace.evidence;

import org.jspecify.annotations.NullMarked;
