package dev.sluice.metrics.adapter.micrometer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a label that others fill from growing without end: after so many different values, further ones are {@code other}. */
final class FewValues {

    static final String OTHER = "other";
    private static final int LONGEST = 80;

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    FewValues(int most) {
        this.most = most;
    }

    String of(String value) {
        if (known.contains(value)) {
            return value;
        }
        if (value.isBlank() || value.length() > LONGEST || known.size() >= most) {
            return OTHER;
        }
        known.add(value);
        return value;
    }
}
