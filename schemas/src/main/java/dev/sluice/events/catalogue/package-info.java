/** The topic catalogue: every topic's name, value type and key, declared once. Nothing else: no serde, no broker. */
@NullMarked
package dev.sluice.events.catalogue;

import org.jspecify.annotations.NullMarked;
