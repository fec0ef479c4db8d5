/** The developer agent service's entry point. Nothing else lives here. */
@NullMarked
package dev.sluice.developer;

import org.jspecify.annotations.NullMarked;
