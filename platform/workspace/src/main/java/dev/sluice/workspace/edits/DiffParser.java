package dev.sluice.workspace.edits;

import dev.sluice.workspace.edits.Edit.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads unified diffs as git and as models write them: counts in hunk headers may be wrong, the text counts. */
final class DiffParser {

    private static final Pattern HUNK =
            Pattern.compile("^@@(?: ?(?:-(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))?|.*?) ?@@.*|\\s*)$");
    private static final String NOTHING = "/dev/null";

    private final List<String> lines;
    private final Optional<String> named;
    private final List<Edit> edits;
    private final List<EditProblem> problems;
    private int at;

    private DiffParser(List<String> lines, Optional<String> named, List<Edit> edits, List<EditProblem> problems) {
        this.lines = lines;
        this.named = named;
        this.edits = edits;
        this.problems = problems;
    }

    static void read(List<String> lines, Optional<String> named, List<Edit> edits, List<EditProblem> problems) {
        new DiffParser(lines, named, edits, problems).read();
    }

    /** What the lines above the hunks of one file say. */
    private static final class Header {
        String from = "";
        String to = "";
        boolean created;
        boolean deleted;
        boolean executable;
        boolean renamed;
        boolean binary;
        boolean modeOnly;
    }

    private void read() {
        boolean any = false;
        while (at < lines.size()) {
            if (startsFile()) {
                file();
                any = true;
            } else if (HUNK.matcher(lines.get(at)).matches() && named.isPresent() && !any) {
                Header header = new Header();
                header.from = named.get();
                header.to = named.get();
                finish(header, hunks());
                any = true;
            } else {
                at++;
            }
        }
        if (!any && lines.stream().anyMatch(line -> !line.isBlank())) {
            problems.add(new EditProblem(
                    named.orElse(""),
                    "A ```diff fence holds no diff that names a file. Start it with '--- a/PATH' and '+++ b/PATH'."));
        }
    }

    private boolean startsFile() {
        return lines.get(at).startsWith("diff --git ") || startsOldNew(at);
    }

    private boolean startsOldNew(int index) {
        return lines.get(index).startsWith("--- ")
                && index + 1 < lines.size()
                && lines.get(index + 1).startsWith("+++ ");
    }

    private void file() {
        Header header = new Header();
        if (lines.get(at).startsWith("diff --git ")) {
            Matcher names = Pattern.compile("diff --git a/(.+) b/(.+)").matcher(lines.get(at));
            if (names.matches()) {
                header.from = names.group(1);
                header.to = names.group(2);
            }
            at++;
        }
        boolean body = false;
        while (at < lines.size() && !body && !lines.get(at).startsWith("diff --git ")) {
            String line = lines.get(at);
            if (startsOldNew(at)) {
                oldNew(header);
                body = true;
            } else if (HUNK.matcher(line).matches()) {
                body = true;
            } else {
                extended(header, line);
                at++;
            }
        }
        finish(header, body ? hunks() : List.of());
    }

    private static void extended(Header header, String line) {
        if (line.startsWith("new file mode")) {
            header.created = true;
            header.executable = line.endsWith("755");
        } else if (line.startsWith("deleted file mode")) {
            header.deleted = true;
        } else if (line.startsWith("rename from ")) {
            header.renamed = true;
            header.from = line.substring("rename from ".length()).strip();
        } else if (line.startsWith("rename to ")) {
            header.renamed = true;
            header.to = line.substring("rename to ".length()).strip();
        } else if (line.startsWith("new mode")) {
            header.modeOnly = true;
        } else if (line.startsWith("GIT binary patch") || line.startsWith("Binary files ")) {
            header.binary = true;
        }
    }

    private void oldNew(Header header) {
        String from = name(lines.get(at));
        String to = name(lines.get(at + 1));
        at += 2;
        header.created |= from.equals(NOTHING);
        header.deleted |= to.equals(NOTHING);
        boolean prefixed =
                (from.startsWith("a/") || from.equals(NOTHING)) && (to.startsWith("b/") || to.equals(NOTHING));
        if (!from.equals(NOTHING)) {
            header.from = prefixed ? from.substring(2) : from;
        }
        if (!to.equals(NOTHING)) {
            header.to = prefixed ? to.substring(2) : to;
        }
        header.renamed |= !header.created && !header.deleted && !header.from.equals(header.to);
    }

    private static String name(String line) {
        String name = line.substring(4);
        int tab = name.indexOf('\t');
        return (tab >= 0 ? name.substring(0, tab) : name).strip();
    }

    private void finish(Header header, List<Hunk> hunks) {
        String path = header.deleted || header.to.isEmpty() ? header.from : header.to;
        if (path.isEmpty() || path.startsWith("\"")) {
            problems.add(new EditProblem(
                    "", "A diff does not name its file plainly. Write '--- a/PATH' and '+++ b/PATH' without quotes."));
        } else if (header.binary) {
            problems.add(new EditProblem(path, "Binary files cannot be edited."));
        } else if (header.deleted) {
            edits.add(new Edit.Delete(header.from));
        } else if (header.created) {
            edits.add(new Edit.Create(path, content(hunks), header.executable));
        } else if (hunks.isEmpty() && !header.renamed) {
            problems.add(new EditProblem(
                    path,
                    header.modeOnly
                            ? "Changing only a file's mode is not supported."
                            : "The diff of this file has no hunk. Add '@@' and the changed lines with their context."));
        } else {
            edits.add(new Edit.Patch(header.from, header.to, hunks));
        }
    }

    private static String content(List<Hunk> hunks) {
        StringBuilder text = new StringBuilder();
        for (Hunk hunk : hunks) {
            text.append(String.join("\n", hunk.after()))
                    .append(hunk.after().isEmpty() || Boolean.TRUE.equals(hunk.noNewlineAtEnd()) ? "" : "\n");
        }
        return text.toString();
    }

    private List<Hunk> hunks() {
        List<Hunk> hunks = new ArrayList<>();
        while (at < lines.size()) {
            Matcher header = HUNK.matcher(lines.get(at));
            if (header.matches()) {
                at++;
                hunks.add(hunk(header));
            } else if (startsFile()) {
                break;
            } else {
                at++;
            }
        }
        return hunks;
    }

    private Hunk hunk(Matcher header) {
        int oldCount = number(header.group(2), header.group(1) == null ? -1 : 1);
        int newCount = number(header.group(4), header.group(3) == null ? -1 : 1);
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        Boolean noNewline = null;
        char last = ' ';
        int blanks = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            boolean full = before.size() == oldCount && after.size() == newCount;
            if (HUNK.matcher(line).matches()
                    || line.startsWith("diff --git ")
                    || (startsOldNew(at) && (full || oldCount < 0 || before.size() >= oldCount || nextIsHunk()))) {
                break;
            }
            char kind = line.isEmpty() ? ' ' : line.charAt(0);
            String text = line.isEmpty() ? "" : line.substring(1);
            if (kind == '\\') {
                noNewline = last != '-';
            } else if (kind == ' ' || kind == '-' || kind == '+') {
                blanks = line.isEmpty() ? blanks + 1 : 0;
                if (kind != '+') {
                    before.add(text);
                }
                if (kind != '-') {
                    after.add(text);
                }
                last = kind;
            } else { // a context line that lost its leading space
                blanks = 0;
                before.add(line);
                after.add(line);
                last = ' ';
            }
            at++;
        }
        // Empty lines at the end belong to the reply rather than to the file, unless the header counts them in.
        for (; blanks > 0 && (oldCount < 0 || before.size() > oldCount); blanks--) {
            before.removeLast();
            after.removeLast();
        }
        return new Hunk(number(header.group(1), 0), before, after, noNewline);
    }

    private boolean nextIsHunk() {
        return at + 2 < lines.size() && HUNK.matcher(lines.get(at + 2)).matches();
    }

    private static int number(@org.jspecify.annotations.Nullable String text, int otherwise) {
        return text == null || text.length() > 8 ? otherwise : Integer.parseInt(text);
    }
}
