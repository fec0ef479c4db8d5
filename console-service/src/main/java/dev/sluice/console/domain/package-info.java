/** What the console decides by itself: the state of a run, ids of submissions, the audit chain. No framework, no storage, no wire type. */
@NullMarked
package dev.sluice.console.domain;

import org.jspecify.annotations.NullMarked;
