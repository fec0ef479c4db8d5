/** Properties and wiring of the gateway. No behaviour. */
@NullMarked
package dev.sluice.models.config;

import org.jspecify.annotations.NullMarked;
