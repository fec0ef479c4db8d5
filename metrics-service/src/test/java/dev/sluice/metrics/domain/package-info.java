/** Tests of the arithmetic. */
@NullMarked
package dev.sluice.metrics.domain;

import org.jspecify.annotations.NullMarked;
