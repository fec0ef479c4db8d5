/** Anthropic. Nothing of other providers. */
@NullMarked
package dev.sluice.models.provider.anthropic;

import org.jspecify.annotations.NullMarked;
