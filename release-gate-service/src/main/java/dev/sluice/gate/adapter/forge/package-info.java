/** Forges: where changes are merged and statuses shown. Nothing here decides. */
@NullMarked
package dev.sluice.gate.adapter.forge;

import org.jspecify.annotations.NullMarked;
