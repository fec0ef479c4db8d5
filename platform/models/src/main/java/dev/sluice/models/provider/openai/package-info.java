/** OpenAI and whatever speaks its chat-completions API. Nothing of other providers. */
@NullMarked
package dev.sluice.models.provider.openai;

import org.jspecify.annotations.NullMarked;
