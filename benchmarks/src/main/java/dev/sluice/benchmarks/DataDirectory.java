package dev.sluice.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a run keeps its data: a directory of the user's, which stays, or a temporary one, which goes unless it is kept. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private boolean stays;

    private DataDirectory(Path path, boolean stays) {
        this.path = path;
        this.stays = stays;
    }

    static DataDirectory of(@Nullable Path wanted) throws IOException {
        if (wanted == null) {
            return new DataDirectory(
                    Files.createTempDirectory("sluice-benchmark-").toRealPath(), false);
        }
        Path path = Files.createDirectories(wanted).toRealPath();
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new IOException(path + " is not empty. An earlier run's events would be measured again.");
            }
        }
        return new DataDirectory(path, true);
    }

    Path path() {
        return path;
    }

    /** Leaves it for people to look at. */
    void keep() {
        stays = true;
    }

    @Override
    public void close() {
        if (stays) {
            return;
        }
        try (Stream<Path> content = Files.walk(path)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Some data is left in " + path + ": " + e.getMessage());
        }
    }
}
