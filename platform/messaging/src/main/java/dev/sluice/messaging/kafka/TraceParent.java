package dev.sluice.messaging.kafka;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context, version 00. */
final class TraceParent {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String NO_TRACE = "0".repeat(32);

    private TraceParent() {}

    /** {@code parent}'s trace with a new span, or a new trace. */
    static String next(@Nullable String parent) {
        var form = parent == null ? null : FORM.matcher(parent);
        if (form != null && form.matches() && !form.group(1).equals(NO_TRACE)) {
            return "00-" + form.group(1) + "-" + hex() + "-" + form.group(3);
        }
        return "00-" + hex() + hex() + "-" + hex() + "-01";
    }

    /** {@code text} if it is a trace context. */
    static @Nullable String valid(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? text : null;
    }

    private static String hex() {
        long bits = ThreadLocalRandom.current().nextLong();
        return String.format("%016x", bits == 0 ? 1 : bits);
    }
}
