/** The reviewer service's entry point. Nothing else lives here. */
@NullMarked
package dev.sluice.reviewer;

import org.jspecify.annotations.NullMarked;
