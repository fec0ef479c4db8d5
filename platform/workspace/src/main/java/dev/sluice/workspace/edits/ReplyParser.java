package dev.sluice.workspace.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a reply line by line: fences, the file name above them, and SEARCH/REPLACE blocks in or out of a fence. */
final class ReplyParser {

    static final Pattern SEARCH = Pattern.compile("^<{5,9} ?SEARCH>?\\s*$");
    static final Pattern REPLACE = Pattern.compile("^>{5,9} ?REPLACE\\s*$");
    private static final Pattern DIVIDER = Pattern.compile("^={7}\\s*$");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})\\s*([^`]*)$");
    private static final Pattern DIFF_START = Pattern.compile("^(diff --git |--- (a/|/dev/null)).*");

    private final List<String> lines;
    private final List<Edit> edits = new ArrayList<>();
    private final List<EditProblem> problems = new ArrayList<>();
    private int at;
    private String lastFile = "";

    private ReplyParser(List<String> lines) {
        this.lines = lines;
    }

    static EditSet parse(String reply) {
        return new ReplyParser(reply.replace("\r\n", "\n").lines().toList()).read();
    }

    private EditSet read() {
        while (at < lines.size()) {
            String line = lines.get(at);
            Matcher fence = FENCE.matcher(line);
            if (SEARCH.matcher(line).matches()) {
                block(nameAbove(at));
            } else if (fence.matches()) {
                fence(fence.group(1), fence.group(2).strip());
            } else {
                at++;
            }
        }
        return new EditSet(edits, problems);
    }

    /** The file named on the line above, or one blank line further up. */
    private Optional<String> nameAbove(int index) {
        int above = index - 1;
        if (above >= 0 && lines.get(above).isBlank()) {
            above--;
        }
        return above >= 0 && !REPLACE.matcher(lines.get(above)).matches()
                ? FileNames.of(lines.get(above))
                : Optional.empty();
    }

    private void fence(String mark, String language) {
        int open = at;
        Optional<String> named = nameAbove(open);
        int first = open + 1;
        int firstText = first;
        while (firstText < lines.size() && lines.get(firstText).isBlank()) {
            firstText++;
        }
        if (holdsBlock(firstText)) {
            blocksInFence(mark, named);
            return;
        }
        int close = close(mark, first);
        boolean diff = language.equals("diff")
                || language.equals("patch")
                || (language.isEmpty()
                        && close > first
                        && DIFF_START.matcher(lines.get(first)).matches());
        if (close < 0) {
            if (diff || named.isPresent()) {
                problems.add(
                        new EditProblem(
                                named.orElse(""),
                                "The fence that starts on line " + (open + 1)
                                        + " of the reply is never closed, so the reply may have been cut off. Send the whole edit again."));
            }
            at = named.isPresent() || diff ? lines.size() : first;
            return;
        }
        List<String> content = lines.subList(first, close);
        at = close + 1;
        if (diff) {
            DiffParser.read(content, named, edits, problems);
        } else if (named.isPresent()) {
            lastFile = named.get();
            edits.add(new Edit.Whole(named.get(), text(content)));
        }
    }

    /** A SEARCH marker here, or after a line that names a file. */
    private boolean holdsBlock(int index) {
        return index < lines.size()
                && (SEARCH.matcher(lines.get(index)).matches()
                        || (index + 1 < lines.size()
                                && SEARCH.matcher(lines.get(index + 1)).matches()
                                && FileNames.of(lines.get(index)).isPresent()));
    }

    private void blocksInFence(String mark, Optional<String> named) {
        named.ifPresent(name -> lastFile = name);
        at++;
        while (at < lines.size() && !closes(lines.get(at), mark)) {
            if (SEARCH.matcher(lines.get(at)).matches()) {
                Optional<String> inside = nameAbove(at);
                block(inside.isPresent() ? inside : named);
            } else {
                at++;
            }
        }
        at++;
    }

    private void block(Optional<String> named) {
        int start = at++;
        String file = named.orElse(lastFile);
        List<Integer> dividers = new ArrayList<>();
        while (at < lines.size()
                && !REPLACE.matcher(lines.get(at)).matches()
                && !SEARCH.matcher(lines.get(at)).matches()) {
            if (DIVIDER.matcher(lines.get(at)).matches()) {
                dividers.add(at);
            }
            at++;
        }
        boolean complete = at < lines.size() && REPLACE.matcher(lines.get(at)).matches();
        String where = "The SEARCH/REPLACE block on line " + (start + 1) + " of the reply ";
        if (!complete || dividers.isEmpty()) {
            problems.add(
                    new EditProblem(
                            file,
                            where
                                    + "is not complete: it needs '<<<<<<< SEARCH', '=======' and '>>>>>>> REPLACE', each on a line of its own."));
        } else if (file.isEmpty()) {
            problems.add(
                    new EditProblem("", where + "names no file. Put the path of the file alone on the line above it."));
        } else if (dividers.size() > 1) {
            problems.add(
                    new EditProblem(
                            file,
                            where
                                    + "holds more than one '=======' line, so it is not clear where the new text starts. Send this change as a unified diff in a ```diff fence."));
        } else {
            lastFile = file;
            edits.add(new Edit.Replace(
                    file,
                    text(lines.subList(start + 1, dividers.getFirst())),
                    text(lines.subList(dividers.getFirst() + 1, at))));
        }
        if (complete) {
            at++;
        }
    }

    /** Line that closes a fence, fences inside of it (they carry a language) skipped; -1 when there is none. */
    private int close(String mark, int from) {
        int inner = 0;
        for (int i = from; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (!fence.matches()
                    || fence.group(1).charAt(0) != mark.charAt(0)
                    || fence.group(1).length() < mark.length()) {
                continue;
            }
            if (!fence.group(2).isBlank()) {
                inner++;
            } else if (inner > 0) {
                inner--;
            } else {
                return i;
            }
        }
        return -1;
    }

    private static boolean closes(String line, String mark) {
        Matcher fence = FENCE.matcher(line);
        return fence.matches() && fence.group(2).isBlank() && fence.group(1).startsWith(mark);
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
