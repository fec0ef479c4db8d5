package dev.sluice.developer.adapter.workspace;

import dev.sluice.developer.domain.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text files below a directory. Follows no link, and leaves out what is large, binary or looks like a secret. */
final class RepositoryFiles {

    private static final int MOST = 5_000;
    private static final int LARGEST = 200_000;
    private static final long TOTAL = 32_000_000;
    private static final Pattern NEVER = Pattern.compile(
            "(\\.env(\\..*)?|id_(rsa|dsa|ecdsa|ed25519)|.*\\.(pem|key|p12|pfx|jks|keystore|min\\.js|min\\.css|map|lock)"
                    + "|package-lock\\.json|pnpm-lock\\.yaml|\\.netrc|\\.npmrc|\\.pypirc|credentials)");

    private RepositoryFiles() {}

    /** Paths of all files, in order. */
    static List<String> paths(Path root) {
        return visit(root).stream().map(file -> name(root, file)).sorted().toList();
    }

    /** Text files that may be shown. */
    static List<SourceFile> texts(Path root) {
        List<SourceFile> texts = new ArrayList<>();
        long total = 0;
        for (String path : paths(root)) {
            Optional<SourceFile> text = total < TOTAL ? text(root, path) : Optional.empty();
            if (text.isPresent()) {
                texts.add(text.get());
                total += text.get().content().length();
            }
        }
        return texts;
    }

    /** One text file, if it may be shown. */
    static Optional<SourceFile> text(Path root, String path) {
        Path file = root.resolve(path).normalize();
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        try {
            if (!file.startsWith(root)
                    || NEVER.matcher(name).matches()
                    || !plain(root, file)
                    || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file)).map(content -> new SourceFile(path, content));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read.", e);
        }
    }

    private static boolean plain(Path root, Path file) {
        for (Path at = file.getParent(); at != null && !at.equals(root); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return false;
            }
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<String> decode(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 8_000); i++) {
            if (bytes[i] == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static List<Path> visit(Path root) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the repository cannot be listed.", e);
        }
        return files;
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
