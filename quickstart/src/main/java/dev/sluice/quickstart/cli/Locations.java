package dev.sluice.quickstart.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Repositories as people name them. */
final class Locations {

    private Locations() {}

    /** A path that exists becomes absolute, because the services run elsewhere; a URL stays as it is. */
    static String absolute(String repository) {
        if (repository.contains("://") || repository.matches("[^/]+@[^/]+:.*")) {
            return repository;
        }
        Path path = Path.of(repository).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new Failure(Failure.USAGE, "there is no repository at " + path);
        }
        return path.toString();
    }
}
