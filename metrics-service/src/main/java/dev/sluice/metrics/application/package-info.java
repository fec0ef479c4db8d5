/** The use case that turns happenings into measurements, each once. No Micrometer, no Kafka. */
@NullMarked
package dev.sluice.metrics.application;

import org.jspecify.annotations.NullMarked;
