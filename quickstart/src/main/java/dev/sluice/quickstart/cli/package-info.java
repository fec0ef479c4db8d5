/** The commands. They speak to the console's REST API and to Kafka; they know no service. */
@NullMarked
package dev.sluice.quickstart.cli;

import org.jspecify.annotations.NullMarked;
