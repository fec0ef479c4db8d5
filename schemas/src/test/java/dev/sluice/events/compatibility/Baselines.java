package dev.sluice.events.compatibility;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** Reads the schemas as they are written, and the released ones: {@code released/<version>/<Event>.avsc}, each complete in one file. */
final class Baselines {

    static final Path RELEASED = Path.of("released");
    private static final Path SOURCES = Path.of("src/main/avro");

    private Baselines() {}

    /** The schema of each topic's event as written in src/main/avro, by simple name. */
    static Map<String, Schema> current() {
        Map<String, Schema> events = new TreeMap<>();
        Map<String, Schema> all = sources();
        for (Topic<?> topic : Topics.all()) {
            String name = topic.type().getSimpleName();
            Schema schema = all.get(name);
            if (schema == null) {
                throw new IllegalStateException("Topic " + topic.name() + " has no src/main/avro/" + name + ".avsc");
            }
            events.put(name, schema);
        }
        return events;
    }

    /** Every named type in src/main/avro, by simple name. */
    static Map<String, Schema> sources() {
        try {
            SchemaParser parser = new SchemaParser();
            for (Path file : avscIn(SOURCES)) {
                parser.parse(file);
            }
            Map<String, Schema> types = new TreeMap<>();
            parser.getParsedNamedSchemas().forEach(schema -> types.put(schema.getName(), schema));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The released versions in {@code folder}. */
    static List<String> versions(Path folder) {
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(Files::isDirectory)
                    .map(version -> version.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events of a released version, by simple name. */
    static Map<String, Schema> released(Path folder, String version) {
        try {
            Map<String, Schema> events = new TreeMap<>();
            for (Path file : avscIn(folder.resolve(version))) {
                Schema schema = new SchemaParser().parse(file).mainSchema();
                events.put(schema.getName(), schema);
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the current schemas as {@code folder/version}; a released version never changes. */
    static List<Path> cut(Path folder, String version) {
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("A release is named like 1.2.3, not '" + version + "'");
        }
        Path target = folder.resolve(version);
        if (Files.exists(target)) {
            throw new IllegalStateException(target + " is released and never changes. Name the next version.");
        }
        try {
            Files.createDirectories(target);
            List<Path> written = new ArrayList<>();
            for (Map.Entry<String, Schema> event : current().entrySet()) {
                String text = event.getValue().toString(true) + "\n";
                written.add(Files.writeString(target.resolve(event.getKey() + ".avsc"), text));
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> avscIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        }
    }
}
