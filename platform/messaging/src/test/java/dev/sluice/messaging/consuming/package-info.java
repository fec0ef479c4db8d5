/** Tests of the engines. */
@NullMarked
package dev.sluice.messaging.consuming;

import org.jspecify.annotations.NullMarked;
