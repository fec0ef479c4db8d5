/** The projection in PostgreSQL: rows, offsets, reads. Knows no wire type; everything but claims can be dropped. */
@NullMarked
package dev.sluice.console.adapter.postgres;

import org.jspecify.annotations.NullMarked;
