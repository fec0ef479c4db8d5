package dev.sluice.quickstart.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the parts of a running stack are. {@code sluice up} writes them beside its data, other commands read them there.
 *
 * @param console base URL of the console
 * @param kafka bootstrap servers
 * @param registry base URL of the registry's API
 * @param redis URL of Redis
 * @param postgres JDBC URL of the projection's database
 */
public record Addresses(String console, String kafka, String registry, String redis, String postgres) {

    private static final String FILE = "stack.properties";

    /** Writes them into the data directory. */
    public void write(Path data) {
        Properties properties = new Properties();
        properties.setProperty("console", console);
        properties.setProperty("kafka", kafka);
        properties.setProperty("registry", registry);
        properties.setProperty("redis", redis);
        properties.setProperty("postgres", postgres);
        try (var out = Files.newBufferedWriter(data.resolve(FILE))) {
            properties.store(out, "Addresses of the running stack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote, if a stack has been started with that data directory. */
    public static Optional<Addresses> read(Path data) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new Addresses(
                properties.getProperty("console", ""),
                properties.getProperty("kafka", ""),
                properties.getProperty("registry", ""),
                properties.getProperty("redis", ""),
                properties.getProperty("postgres", "")));
    }
}
