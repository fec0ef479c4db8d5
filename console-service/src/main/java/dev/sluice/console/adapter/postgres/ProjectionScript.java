package dev.sluice.console.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The statements of {@code projection.sql}, each with the topics it reads. */
final class ProjectionScript {

    /** @param topics topics read; empty when it runs for every batch */
    record Statement(Set<String> topics, String sql) {
        boolean concerns(Set<String> batch) {
            return topics.isEmpty() || topics.stream().anyMatch(batch::contains);
        }
    }

    private ProjectionScript() {}

    static List<Statement> load() {
        List<Statement> statements = new ArrayList<>();
        for (String block : text().split(";\\s*\\n", -1)) {
            List<String> lines = block.strip().lines().toList();
            int first = 0;
            while (first < lines.size()
                    && (lines.get(first).isBlank() || lines.get(first).startsWith("--"))) {
                first++;
            }
            if (first < lines.size()) {
                String topics = lines.get(first - 1).substring(2).strip();
                statements.add(new Statement(
                        topics.equals("every") ? Set.of() : Set.copyOf(Arrays.asList(topics.split(" "))),
                        String.join("\n", lines.subList(first, lines.size()))));
            }
        }
        return List.copyOf(statements);
    }

    private static String text() {
        try (InputStream in = ProjectionScript.class.getResourceAsStream("/dev/sluice/console/projection.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
