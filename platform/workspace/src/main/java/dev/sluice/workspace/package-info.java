/** How a service touches code. What lives here is shared by the packages below it: path patterns. No Spring, no Kafka, no model. */
@NullMarked
package dev.sluice.workspace;

import org.jspecify.annotations.NullMarked;
