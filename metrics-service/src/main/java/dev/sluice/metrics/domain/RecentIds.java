package dev.sluice.metrics.domain;

import java.util.LinkedHashSet;
import java.util.Set;

/** The last ids that were seen, as many as there is room for. */
public final class RecentIds {

    private final int room;
    private final Set<String> ids = new LinkedHashSet<>();

    public RecentIds(int room) {
        this.room = room;
    }

    /** Whether {@code id} is seen for the first time, as far as is remembered. */
    public boolean first(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > room) {
            var oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
