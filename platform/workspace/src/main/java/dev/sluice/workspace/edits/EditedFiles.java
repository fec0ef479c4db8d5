package dev.sluice.workspace.edits;

import dev.sluice.workspace.TreeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the tree will look like: files that edits have changed so far, over those on disk. */
final class EditedFiles {

    private final Path tree;
    private final Map<String, State> states = new TreeMap<>();

    EditedFiles(Path tree) {
        this.tree = tree;
    }

    /** A file before and after; null where it does not exist. */
    private static final class State {
        byte @Nullable [] before;
        byte @Nullable [] after;
        boolean executable;
    }

    boolean exists(String path) {
        return state(path).after != null;
    }

    byte[] read(String path) {
        byte[] content = state(path).after;
        if (content == null) {
            throw new IllegalStateException("There is no file " + path);
        }
        return content;
    }

    void put(String path, byte[] content, boolean executable) {
        State state = state(path);
        state.after = content;
        state.executable |= executable;
    }

    void remove(String path) {
        state(path).after = null;
    }

    void rename(String from, String to, byte[] content) {
        boolean executable = state(from).executable;
        if (!from.equals(to)) {
            remove(from);
        }
        put(to, content, executable);
    }

    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        states.forEach((path, state) -> {
            byte[] after = state.after;
            if (after != null) {
                sizes.put(path, after.length);
            }
        });
        return sizes;
    }

    /** A file of the same name elsewhere in the tree. */
    Optional<String> similarName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String[] found = {""};
        int[] seen = {0};
        TreeFiles.visit(tree, (candidate, file) -> {
            if (candidate.equals(name) || candidate.endsWith("/" + name)) {
                found[0] = candidate;
            }
            return found[0].isEmpty() && ++seen[0] < 50_000;
        });
        return found[0].isEmpty() ? Optional.empty() : Optional.of(found[0]);
    }

    EditResult write() {
        List<String> changed = states.entrySet().stream()
                .filter(entry -> !Arrays.equals(entry.getValue().before, entry.getValue().after))
                .map(Map.Entry::getKey)
                .toList();
        List<String> done = new ArrayList<>();
        try {
            // Removals first: a file may give way to a directory of the same name.
            for (boolean removal : List.of(true, false)) {
                for (String path : changed) {
                    State state = state(path);
                    if ((state.after == null) == removal) {
                        done.add(path);
                        store(path, state.after, state.executable);
                    }
                }
            }
            return new EditResult.Applied(changed);
        } catch (IOException | UncheckedIOException e) {
            restore(done);
            return new EditResult.Refused(
                    List.of(new EditProblem(done.getLast(), "The file cannot be written: " + e.getMessage())));
        }
    }

    private void restore(List<String> paths) {
        for (String path : paths.reversed()) {
            State state = state(path);
            try {
                store(path, state.before, state.executable);
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + path + " could not be put back.", e);
            }
        }
    }

    private void store(String path, byte @Nullable [] content, boolean executable) throws IOException {
        Path file = tree.resolve(path);
        if (content == null) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
                removeEmptyParents(file.getParent());
            }
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        if (executable) {
            Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(file));
            permissions.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** git knows no empty directories. */
    private void removeEmptyParents(@Nullable Path directory) {
        Path at = directory;
        while (at != null && !at.equals(tree) && at.startsWith(tree)) {
            String[] left = at.toFile().list();
            if (left == null || left.length > 0 || !at.toFile().delete()) {
                return;
            }
            at = at.getParent();
        }
    }

    private State state(String path) {
        return states.computeIfAbsent(path, this::load);
    }

    private State load(String path) {
        State state = new State();
        Path file = tree.resolve(path);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                state.before = Files.readAllBytes(file);
                state.after = state.before;
                state.executable = Files.isExecutable(file)
                        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state;
    }
}
