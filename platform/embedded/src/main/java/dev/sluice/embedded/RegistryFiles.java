package dev.sluice.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds the registry application: where the build unpacked it, or in a cache of this user, filled from its archive. */
final class RegistryFiles {

    private static final String ENTRY = "quarkus-run.jar";

    private RegistryFiles() {}

    /** The folder that holds {@code quarkus-run.jar}. */
    static Path locate() {
        Properties build = properties();
        Path unpacked = Path.of(build.getProperty("unpacked"));
        if (isComplete(unpacked)) {
            return unpacked;
        }
        Path cache = Path.of(
                System.getProperty("user.home"), ".cache", "sluice", "registry-" + build.getProperty("version"));
        if (isComplete(cache)) {
            return cache;
        }
        Path archive = Path.of(build.getProperty("archive"));
        if (!Files.isReadable(archive)) {
            throw missing(unpacked, archive, null);
        }
        return unpack(archive, cache);
    }

    private static boolean isComplete(Path folder) {
        return Files.isRegularFile(folder.resolve(ENTRY)) && Files.isDirectory(folder.resolve("lib"));
    }

    private static synchronized Path unpack(Path archive, Path cache) {
        try {
            Path parent = Files.createDirectories(cache.toAbsolutePath().getParent());
            Path fresh = Files.createTempDirectory(parent, "unpacking-");
            Process tar = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", fresh.toString())
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw missing(cache, archive, null);
            }
            if (!isComplete(cache)) {
                Folders.delete(cache);
                Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
            }
            return cache;
        } catch (IOException e) {
            if (isComplete(cache)) {
                return cache; // another process was faster
            }
            throw missing(cache, archive, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing(cache, archive, e);
        }
    }

    private static Properties properties() {
        try (InputStream in = RegistryFiles.class.getResourceAsStream("registry.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException("registry.properties is missing from this build", e);
        }
    }

    private static PartFailure missing(Path folder, Path archive, @Nullable Throwable cause) {
        return new PartFailure(
                "Registry",
                "its files are neither in " + folder + " nor in " + archive,
                null,
                "Build them with: mvn -pl platform/embedded generate-resources.",
                cause);
    }
}
