package dev.sluice.console.application;

import java.util.List;

/** Rows derived from the log. Rows and positions change in one transaction; what is already there is skipped. */
public interface Projection {

    /** Raised by every {@link #clear}. */
    long epoch();

    /** Where reading goes on; partitions that were never read are missing. */
    List<LogPosition> positions();

    /**
     * Stores a batch and the positions behind it.
     *
     * @param epoch the epoch under which the positions were read
     * @throws StaleReader if the projection was cleared since
     */
    void append(long epoch, List<LogEntry> entries, List<LogPosition> positions);

    /** Drops every row and position, so that the log is read again from its beginning. */
    void clear();

    /** The projection was cleared under its reader: read the positions again. */
    final class StaleReader extends RuntimeException {
        public StaleReader() {
            super("The projection was cleared; read its positions again");
        }
    }
}
