/** Pages rendered on the server for people. Asks the same use cases as REST; holds no rule of its own. */
@NullMarked
package dev.sluice.console.adapter.pages;

import org.jspecify.annotations.NullMarked;
