/** What writing a change means: assignments, attempts, context, limits and the result. No framework, no wire type, no I/O. */
@NullMarked
package dev.sluice.developer.domain;

import org.jspecify.annotations.NullMarked;
