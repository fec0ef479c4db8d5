/** Tests of this package's contracts. Nothing that production code uses. */
@NullMarked
package dev.sluice.workspace.tests;

import org.jspecify.annotations.NullMarked;
