/** What the gate does about a decision, and the ports it needs for that. No Kafka, no git, no framework. */
@NullMarked
package dev.sluice.gate.application;

import org.jspecify.annotations.NullMarked;
