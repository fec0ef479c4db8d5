/** What is measured, and the arithmetic of it. No Micrometer, Kafka or clock. */
@NullMarked
package dev.sluice.metrics.domain;

import org.jspecify.annotations.NullMarked;
