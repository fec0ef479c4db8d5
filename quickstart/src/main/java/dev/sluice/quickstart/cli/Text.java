package dev.sluice.quickstart.cli;

/** Makes text of unknown origin safe to print. */
public final class Text {

    private Text() {}

    /** The text in one line, without control characters: no escape sequence reaches the terminal. */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** The first {@code length} characters of a name that is long by nature, for example a SHA. */
    public static String brief(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
