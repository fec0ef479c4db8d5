/** Asks a model for its opinion. Renders prompts and reads replies; rules elsewhere make verdicts of them. */
@NullMarked
package dev.sluice.reviewer.adapter.model;

import org.jspecify.annotations.NullMarked;
