/** Ollama. Nothing of other providers. */
@NullMarked
package dev.sluice.models.provider.ollama;

import org.jspecify.annotations.NullMarked;
