/** Tests of messaging. Those that end in IT run against real brokers, started once per JVM. */
@NullMarked
package dev.sluice.messaging;

import org.jspecify.annotations.NullMarked;
