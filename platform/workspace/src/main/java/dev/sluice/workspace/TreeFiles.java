package dev.sluice.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Reads files of a stranger's tree without following a link out of it. */
public final class TreeFiles {

    private TreeFiles() {}

    /** The path below {@code tree}, if every part of it is a real directory and the last a regular file. */
    public static Optional<Path> regular(Path tree, String path) {
        Path at = tree;
        for (String segment : path.split("/")) {
            if (segment.isEmpty() || segment.equals("..") || Files.isSymbolicLink(at) && !at.equals(tree)) {
                return Optional.empty();
            }
            at = at.resolve(segment);
        }
        return Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS) ? Optional.of(at) : Optional.empty();
    }

    /** The text of a regular file that is not longer than {@code maxBytes}. */
    public static Optional<String> read(Path tree, String path, long maxBytes) {
        return regular(tree, path).flatMap(file -> {
            try {
                return Files.size(file) <= maxBytes
                        ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Visits every regular file until the visitor says stop. Directories named {@code .git} and unreadable ones are left out.
     *
     * @param visitor gets the path relative to the tree with forward slashes, and the file; answers whether to go on
     */
    public static void visit(Path tree, BiPredicate<String, Path> visitor) {
        try {
            Files.walkFileTree(tree, java.util.Set.of(), 60, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return ".git".equals(String.valueOf(directory.getFileName())) && !directory.equals(tree)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    boolean more = !attributes.isRegularFile()
                            || visitor.test(tree.relativize(file).toString(), file);
                    return more ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException error) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException error) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
