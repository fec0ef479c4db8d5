/** The use case of the reviewer roles and the ports it needs. No technology: no git, no model library, no wire type. */
@NullMarked
package dev.sluice.reviewer.application;

import org.jspecify.annotations.NullMarked;
