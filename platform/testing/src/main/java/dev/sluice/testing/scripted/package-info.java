/** A real HTTP server that speaks the OpenAI chat-completions API and answers what a test says. Knows nothing of Sluice's prompts. */
@NullMarked
package dev.sluice.testing.scripted;

import org.jspecify.annotations.NullMarked;
