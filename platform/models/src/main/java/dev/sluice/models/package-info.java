/** How a service calls a model: one door. Nothing outside this module knows a provider or its library. */
@NullMarked
package dev.sluice.models;

import org.jspecify.annotations.NullMarked;
