/** Real Kafka, registry, Redis and PostgreSQL in or beside one JVM. Nothing here knows Sluice's events or Spring. */
@NullMarked
package dev.sluice.embedded;

import org.jspecify.annotations.NullMarked;
