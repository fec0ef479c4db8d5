/** What the gate knows of a change and how it decides. No clock, no broker, no git, no framework. */
@NullMarked
package dev.sluice.gate.domain;

import org.jspecify.annotations.NullMarked;
