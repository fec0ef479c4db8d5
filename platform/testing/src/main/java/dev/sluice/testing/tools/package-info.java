/** What tests need beside Java, Maven and git. No tool itself, only the question whether it is there. */
@NullMarked
package dev.sluice.testing.tools;

import org.jspecify.annotations.NullMarked;
