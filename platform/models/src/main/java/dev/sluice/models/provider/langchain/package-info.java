/** LangChain4j behind the provider port, and the HTTP client under it. No single provider's settings. */
@NullMarked
package dev.sluice.models.provider.langchain;

import org.jspecify.annotations.NullMarked;
