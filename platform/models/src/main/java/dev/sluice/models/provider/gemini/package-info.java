/** Google Gemini. Nothing of other providers. */
@NullMarked
package dev.sluice.models.provider.gemini;

import org.jspecify.annotations.NullMarked;
