/** REST, server-sent events, and who may reach them. No SQL, no wire type of Kafka, no rule of the domain. */
@NullMarked
package dev.sluice.console.adapter.web;

import org.jspecify.annotations.NullMarked;
