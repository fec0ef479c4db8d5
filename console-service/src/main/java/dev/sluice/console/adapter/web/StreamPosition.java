package dev.sluice.console.adapter.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a follower is: {@code <epoch>-<sequence>}, the id of a server-sent event. */
record StreamPosition(long epoch, long seq) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Null for what is no position: the follower begins with what is new. */
    static @Nullable StreamPosition parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches() ? new StreamPosition(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))) : null;
    }

    @Override
    public String toString() {
        return epoch + "-" + seq;
    }
}
