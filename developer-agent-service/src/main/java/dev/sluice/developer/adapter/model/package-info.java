/** Asks a model for code. Renders prompts and reads replies; nothing here touches a repository. */
@NullMarked
package dev.sluice.developer.adapter.model;

import org.jspecify.annotations.NullMarked;
