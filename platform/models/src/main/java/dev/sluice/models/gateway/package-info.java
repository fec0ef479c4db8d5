/** The order of a call: control, journal, routes with their guards, reply checks, trace. Knows no provider's library. */
@NullMarked
package dev.sluice.models.gateway;

import org.jspecify.annotations.NullMarked;
