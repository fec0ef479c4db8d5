package dev.sluice.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A directory of recorded replies, one for each role and story key, and the settings that make services use it. */
final class Recordings {

    private static final List<String> REVIEWERS = List.of("story-alignment", "test-quality", "architecture");
    private static final String APPROVAL = """
            {"verdict": "approve", "risk": "low", "summary": "The greeting names the visitor, and the test fails without the change.",
             "findings": [{"severity": "info", "category": "wording", "file": "src/greeting.txt", "line": 1, "message": "Short and clear."}]}
            """;

    private final Path directory;

    Recordings(Path directory) {
        this.directory = directory;
    }

    /** Records what the developer and the reviewers answer to a story. */
    void write(String key, int number) {
        write("developer", key, edits(number));
        REVIEWERS.forEach(role -> write(role, key, APPROVAL));
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sluice.models.providers.recorded.type", "recorded");
        settings.put("sluice.models.providers.recorded.base-url", directory.toString());
        for (String role :
                List.of("planner", "developer", "repair", "story-alignment", "test-quality", "architecture")) {
            settings.put("sluice.models.routes." + role, "recorded/recorded");
        }
        return settings;
    }

    private static String edits(int number) {
        return """
                The greeting names the visitor now, and a test shows it.

                %s
                ```
                <<<<<<< SEARCH
                %s
                =======
                %s
                >>>>>>> REPLACE
                ```

                %s
                ```
                %s```
                """.formatted(
                Sample.GREETED, Sample.BEFORE, Sample.greeting(number), Sample.test(number), Sample.testText(number));
    }

    private void write(String role, String key, String reply) {
        try {
            Path file = directory.resolve(role).resolve(key + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, reply);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write recorded replies to " + directory, e);
        }
    }
}
