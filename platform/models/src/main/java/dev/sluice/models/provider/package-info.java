/** What the gateway needs of a provider. No provider's library. */
@NullMarked
package dev.sluice.models.provider;

import org.jspecify.annotations.NullMarked;
