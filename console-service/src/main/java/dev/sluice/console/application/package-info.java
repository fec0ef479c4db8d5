/** What people can do and see through the console, and the ports that needs. No HTTP, SQL or Kafka. */
@NullMarked
package dev.sluice.console.application;

import org.jspecify.annotations.NullMarked;
