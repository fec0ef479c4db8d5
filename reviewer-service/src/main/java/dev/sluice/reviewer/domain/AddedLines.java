package dev.sluice.reviewer.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the added lines out of a unified diff as {@code git diff} writes it. */
public final class AddedLines {

    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");

    private AddedLines() {}

    /** The lines, numbered as in the new files. Lines of a hunk are counted, so no content can pose as a header. */
    public static List<AddedLine> of(String diff) {
        List<AddedLine> added = new ArrayList<>();
        String path = "";
        int number = 0;
        int oldLeft = 0;
        int newLeft = 0;
        for (String line : diff.split("\n", -1)) {
            if (oldLeft > 0 || newLeft > 0) {
                if (line.startsWith("+")) {
                    added.add(new AddedLine(path, number, line.substring(1)));
                    number++;
                    newLeft--;
                } else if (line.startsWith("-")) {
                    oldLeft--;
                } else if (!line.startsWith("\\")) {
                    number++;
                    oldLeft--;
                    newLeft--;
                }
                continue;
            }
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                oldLeft = hunk.group(1) == null ? 1 : Integer.parseInt(hunk.group(1));
                number = Integer.parseInt(hunk.group(2));
                newLeft = hunk.group(3) == null ? 1 : Integer.parseInt(hunk.group(3));
            } else if (line.startsWith("+++ b/")) {
                path = line.substring("+++ b/".length()).replaceAll("\t$", "");
            }
        }
        return added;
    }
}
