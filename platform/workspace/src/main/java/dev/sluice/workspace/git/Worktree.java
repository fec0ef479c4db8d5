package dev.sluice.workspace.git;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The files of one commit or tree in a directory of their own. The directory holds no {@code .git}: what runs in it
 * cannot reach the repository. Not for concurrent use; {@link #close()} deletes it.
 */
public final class Worktree implements AutoCloseable {

    private final Mirror mirror;
    private final Path directory;
    private final Path index;
    private final String sha;

    Worktree(Mirror mirror, Path directory, Path index, String sha) {
        this.mirror = mirror;
        this.directory = directory;
        this.index = index;
        this.sha = sha;
    }

    /** Where the files are. */
    public Path path() {
        return directory;
    }

    /** What was checked out. */
    public String sha() {
        return sha;
    }

    /**
     * SHA of the tree that the checked-out one becomes with these paths as they are in the directory now. Other changed
     * or new files, such as build output, stay out.
     */
    public String tree(Collection<String> changedPaths) {
        if (!changedPaths.isEmpty()) {
            StringBuilder paths = new StringBuilder();
            changedPaths.forEach(path -> paths.append(Names.path(path)).append('\0'));
            git("update-index", "--add", "--remove", "-z", "--stdin")
                    .input(paths.toString())
                    .ok();
        }
        return git("write-tree").text().strip();
    }

    /** Commits these paths on top of what was checked out, which must be a commit. Deterministic as {@link Mirror#commitTree}. */
    public String commit(Collection<String> changedPaths, CommitMeta meta) {
        return mirror.commitTree(tree(changedPaths), List.of(sha), meta);
    }

    @Override
    public void close() {
        Worktrees.delete(directory);
        Worktrees.delete(index);
    }

    private GitCommand git(String... arguments) {
        return mirror.git(arguments)
                .environment("GIT_INDEX_FILE", index.toString())
                .environment("GIT_WORK_TREE", directory.toString());
    }
}
