/** The rules of the code base as ArchUnit rules. Knows packages and annotations, never a service's own types. */
@NullMarked
package dev.sluice.testing.architecture;

import org.jspecify.annotations.NullMarked;
