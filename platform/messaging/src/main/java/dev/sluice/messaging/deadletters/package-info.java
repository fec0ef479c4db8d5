/** What could not be handled: written, listed, replayed. Nothing here decides what is a dead letter. */
@NullMarked
package dev.sluice.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
