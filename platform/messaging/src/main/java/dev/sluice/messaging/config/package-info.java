/** Wires messaging into a Spring Boot service. No behaviour lives here. */
@NullMarked
package dev.sluice.messaging.config;

import org.jspecify.annotations.NullMarked;
