/** Real Kafka, registry, Redis and PostgreSQL, started once per test run, and events on them. No fakes. */
@NullMarked
package dev.sluice.testing.real;

import org.jspecify.annotations.NullMarked;
