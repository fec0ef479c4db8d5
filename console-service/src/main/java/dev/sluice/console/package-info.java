/** People's seat: REST, pages, and the projection behind them. Only the starting point lives here; code lives in the layers. */
@NullMarked
package dev.sluice.console;

import org.jspecify.annotations.NullMarked;
