/** Replies recorded in files. No network. */
@NullMarked
package dev.sluice.models.provider.recorded;

import org.jspecify.annotations.NullMarked;
