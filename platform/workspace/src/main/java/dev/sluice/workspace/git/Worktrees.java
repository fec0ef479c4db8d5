package dev.sluice.workspace.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Gives out directories. Each process owns one directory and holds a lock on it as long as it lives; what a dead
 * process left is deleted by the next one.
 */
final class Worktrees {

    /** Directories owned by this process. A second channel to one of their lock files would drop its lock when closed. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private final Path home;
    private final AtomicLong next = new AtomicLong();

    Worktrees(Path root) throws IOException {
        Files.createDirectories(root);
        sweep(root);
        home = root.resolve("p" + UUID.randomUUID().toString().substring(0, 13));
        Path lock = lockOf(home);
        OURS.add(lock);
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        HELD.put(lock, channel);
        Files.createDirectories(home);
    }

    private static Path lockOf(Path home) {
        return home.resolveSibling(home.getFileName() + ".lock");
    }

    private static void sweep(Path root) throws IOException {
        List<Path> locks;
        try (Stream<Path> entries = Files.list(root)) {
            locks = entries.filter(p -> p.getFileName().toString().endsWith(".lock") && !OURS.contains(p))
                    .toList();
        }
        for (Path lock : locks) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock taken = channel.tryLock()) {
                if (taken != null) {
                    String name = lock.getFileName().toString();
                    delete(lock.resolveSibling(name.substring(0, name.length() - ".lock".length())));
                    Files.deleteIfExists(lock);
                }
            } catch (IOException e) {
                // Another process is sweeping the same leftover.
            }
        }
    }

    Worktree create(Mirror mirror, String sha) {
        Path directory = home.resolve("w" + next.incrementAndGet());
        Path index = directory.resolveSibling(directory.getFileName() + ".index");
        try {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException e) {
            throw new UncheckedIOException("A worktree cannot be made below " + home + ".", e);
        }
        Worktree worktree = new Worktree(mirror, directory, index, sha);
        try {
            mirror.git("read-tree", "--reset", "-u", sha)
                    .environment("GIT_INDEX_FILE", index.toString())
                    .environment("GIT_WORK_TREE", directory.toString())
                    .ok();
            return worktree;
        } catch (RuntimeException e) {
            worktree.close();
            throw e;
        }
    }

    String overlay(Mirror mirror, String base, String source, Collection<String> paths) {
        Map<String, String> entries = new HashMap<>();
        for (String entry : mirror.git("ls-tree", "-r", "-z", source).text().split("\0")) {
            int tab = entry.indexOf('\t');
            if (tab > 0) {
                entries.put(entry.substring(tab + 1), entry.substring(0, tab));
            }
        }
        StringBuilder lines = new StringBuilder();
        for (String path : paths) {
            String entry = entries.get(Names.path(path));
            lines.append(entry == null ? "0 " + "0".repeat(source.length()) : entry)
                    .append('\t')
                    .append(path)
                    .append('\0');
        }
        Path index = home.resolve("o" + next.incrementAndGet() + ".index");
        try {
            mirror.git("read-tree", base)
                    .environment("GIT_INDEX_FILE", index.toString())
                    .ok();
            mirror.git("update-index", "--add", "--replace", "-z", "--index-info")
                    .environment("GIT_INDEX_FILE", index.toString())
                    .input(lines.toString())
                    .ok();
            return mirror.git("write-tree")
                    .environment("GIT_INDEX_FILE", index.toString())
                    .text()
                    .strip();
        } finally {
            delete(index);
        }
    }

    /** Deletes a file or directory without following links, whatever its permissions and depth. */
    static void delete(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (!Files.isWritable(directory)) {
                        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException error) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException | RuntimeException e) {
            deleteWithTool(path);
        }
    }

    /** {@code rm} copes with paths longer than the system allows in one piece. */
    private static void deleteWithTool(Path path) {
        try {
            new ProcessBuilder("rm", "-rf", "--", path.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + path + " cannot be deleted.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
