package dev.sluice.planner.adapter.model;

import java.util.regex.Pattern;

/** Text that shows all it holds: what people cannot see (control and format characters) must not steer a model. */
final class PlainText {

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]");

    private PlainText() {}

    static String of(String text) {
        return HIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }
}
