package dev.sluice.workspace.edits;

import dev.sluice.workspace.edits.Edit.Hunk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Applies edits to a picture of the tree in memory first, and writes only if all of them fit. */
final class EditApplication {

    private final EditRules rules;
    private final EditPaths paths;
    private final EditedFiles files;
    private final List<EditProblem> problems = new ArrayList<>();

    EditApplication(Path tree, EditRules rules) {
        this.rules = rules;
        this.paths = new EditPaths(tree, rules);
        this.files = new EditedFiles(tree);
    }

    EditResult apply(EditSet set) {
        problems.addAll(set.problems());
        if (set.isEmpty()) {
            problems.add(
                    new EditProblem(
                            "",
                            "The reply holds no edit. Write SEARCH/REPLACE blocks or whole files under a file name, or a unified diff in a ```diff fence."));
        }
        int named = set.paths().size();
        if (named > rules.maxFiles()) {
            problems.add(new EditProblem(
                    "",
                    "The edits touch " + named + " files; at most " + rules.maxFiles()
                            + " are allowed. Make the change smaller."));
        }
        set.edits().forEach(this::edit);
        files.sizes().forEach((path, size) -> {
            if (size > rules.maxFileBytes()) {
                problem(
                        path,
                        "The file would have " + size + " bytes; at most " + rules.maxFileBytes() + " are allowed.");
            }
        });
        if (!problems.isEmpty()) {
            return new EditResult.Refused(List.copyOf(problems));
        }
        return files.write();
    }

    private void edit(Edit edit) {
        String path = EditPaths.plain(edit.path());
        Optional<String> wrong = paths.problem(path);
        if (wrong.isPresent()) {
            problem(path, wrong.get());
            return;
        }
        switch (edit) {
            case Edit.Replace replace -> replace(path, replace);
            case Edit.Whole whole -> whole(path, whole.content());
            case Edit.Create create -> create(path, create);
            case Edit.Delete delete -> delete(path);
            case Edit.Patch patch -> patch(path, patch);
        }
    }

    private void replace(String path, Edit.Replace edit) {
        if (edit.search().isEmpty()) {
            if (files.exists(path) && files.read(path).length > 0) {
                problem(
                        path,
                        "The SEARCH part is empty, which makes a new file, but the file exists. Put the lines to replace into SEARCH.");
            } else {
                files.put(path, edit.replacement().getBytes(StandardCharsets.UTF_8), false);
            }
            return;
        }
        text(path).ifPresent(file -> {
            List<String> wanted = TextFile.of(edit.search()).lines();
            place(path, file, wanted, 0, "The SEARCH part").ifPresent(at -> {
                List<String> lines = new ArrayList<>(file.lines().subList(0, at));
                lines.addAll(TextFile.of(edit.replacement()).lines());
                lines.addAll(
                        file.lines().subList(at + wanted.size(), file.lines().size()));
                files.put(path, file.withLines(lines).bytes(), false);
            });
        });
    }

    private void whole(String path, String content) {
        boolean windows = files.exists(path)
                && TextFile.of(files.read(path)).map(TextFile::windows).orElse(false);
        files.put(path, (windows ? content.replace("\n", "\r\n") : content).getBytes(StandardCharsets.UTF_8), false);
    }

    private void create(String path, Edit.Create edit) {
        if (files.exists(path)) {
            problem(path, "The diff makes a new file, but the file exists. Send a diff of the existing file.");
        } else {
            files.put(path, edit.content().getBytes(StandardCharsets.UTF_8), edit.executable());
        }
    }

    private void delete(String path) {
        if (files.exists(path)) {
            files.remove(path);
        } else {
            missing(path);
        }
    }

    private void patch(String path, Edit.Patch edit) {
        String target = EditPaths.plain(edit.newPath());
        Optional<String> wrong = target.equals(path) ? Optional.empty() : paths.problem(target);
        if (wrong.isPresent()) {
            problem(target, wrong.get());
            return;
        }
        if (!target.equals(path) && files.exists(target)) {
            problem(target, "The file cannot be renamed to this name, because a file with this name exists.");
            return;
        }
        if (edit.hunks().isEmpty()) {
            if (files.exists(path)) {
                files.rename(path, target, files.read(path));
            } else {
                missing(path);
            }
            return;
        }
        text(path)
                .flatMap(file -> patched(path, file, edit.hunks()))
                .ifPresent(file -> files.rename(path, target, file.bytes()));
    }

    private Optional<TextFile> patched(String path, TextFile file, List<Hunk> hunks) {
        Map<Integer, Hunk> placed = new TreeMap<>(Comparator.reverseOrder());
        boolean whole = true;
        for (int i = 0; i < hunks.size(); i++) {
            Hunk hunk = hunks.get(i);
            Optional<Integer> at = hunk.before().isEmpty()
                    ? placeOfInsertion(path, file, i + 1)
                    : place(path, file, hunk.before(), hunk.line(), "Hunk " + (i + 1) + " of the diff");
            if (at.isPresent() && placed.putIfAbsent(at.get(), hunk) != null) {
                problem(path, "Hunk " + (i + 1) + " of the diff is at the same place as another hunk.");
                whole = false;
            }
            whole &= at.isPresent();
        }
        return whole ? splice(path, file, placed) : Optional.empty();
    }

    private Optional<TextFile> splice(String path, TextFile file, Map<Integer, Hunk> placed) {
        List<String> lines = new ArrayList<>(file.lines());
        TextFile result = file;
        int limit = lines.size();
        for (Map.Entry<Integer, Hunk> entry : placed.entrySet()) {
            int end = entry.getKey() + entry.getValue().before().size();
            if (end > limit) {
                problem(path, "Two hunks of the diff overlap.");
                return Optional.empty();
            }
            Boolean bare = entry.getValue().noNewlineAtEnd();
            if (end == file.lines().size() && bare != null) {
                result = result.withFinalNewline(!bare);
            }
            limit = entry.getKey();
            lines.subList(entry.getKey(), end).clear();
            lines.addAll(entry.getKey(), entry.getValue().after());
        }
        return Optional.of(new TextFile(List.copyOf(lines), file.windows(), lines.isEmpty() || result.finalNewline()));
    }

    private Optional<Integer> placeOfInsertion(String path, TextFile file, int number) {
        if (file.lines().isEmpty()) {
            return Optional.of(0);
        }
        problem(
                path,
                "Hunk " + number
                        + " of the diff has no context, so its place is not clear. Add at least three unchanged lines around it.");
        return Optional.empty();
    }

    /** The one place for these lines. A line number decides only between places that match exactly. */
    private Optional<Integer> place(String path, TextFile file, List<String> wanted, int line, String what) {
        List<Integer> places = file.find(wanted, false);
        if (places.isEmpty()) {
            places = file.find(wanted, true);
        }
        if (places.size() == 1) {
            return Optional.of(places.getFirst());
        }
        if (places.contains(line - 1)) {
            return Optional.of(line - 1);
        }
        if (places.isEmpty()) {
            problem(
                    path,
                    what + " does not match the file. Copy the existing lines exactly. "
                            + NearestLines.describe(file, wanted));
        } else {
            String numbers = String.join(
                    ", ",
                    places.stream()
                            .limit(10)
                            .map(place -> String.valueOf(place + 1))
                            .toList());
            problem(
                    path,
                    what + " matches " + places.size() + " places (lines " + numbers
                            + "). Add neighbouring lines until it matches exactly one.");
        }
        return Optional.empty();
    }

    private Optional<TextFile> text(String path) {
        if (!files.exists(path)) {
            missing(path);
            return Optional.empty();
        }
        Optional<TextFile> text = TextFile.of(files.read(path));
        if (text.isEmpty()) {
            problem(path, "The file is not UTF-8 text, so its lines cannot be edited.");
        }
        return text;
    }

    private void missing(String path) {
        problem(
                path,
                "There is no such file."
                        + files.similarName(path)
                                .map(name -> " Did you mean '" + name + "'?")
                                .orElse(""));
    }

    private void problem(String path, String message) {
        problems.add(new EditProblem(path, message));
    }
}
