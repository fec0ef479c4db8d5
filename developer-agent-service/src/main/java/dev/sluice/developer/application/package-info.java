/** The use cases of the developer agent and the ports they need. No technology: no git, no model library, no wire type. */
@NullMarked
package dev.sluice.developer.application;

import org.jspecify.annotations.NullMarked;
