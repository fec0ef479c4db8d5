package dev.sluice.models.provider.recorded;

import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.Question;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers from files: {@code <role>/<subject>/<step>.md}, else {@code <role>/<subject>.md}. In both names every character
 * outside {@code [A-Za-z0-9._-]} is read as {@code _}, so that no subject leads out of the directory.
 */
public final class RecordedProvider implements ModelProvider {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_KEPT = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Path directory;
    private final Duration latency;
    private final Map<Path, Recording> kept = new ConcurrentHashMap<>();

    /** What was in a file, or that there was none, when it was last looked at. */
    private record Recording(@Nullable String text, long lookedAt) {
        boolean fresh() {
            return System.nanoTime() - lookedAt < FRESH.toNanos();
        }
    }

    /** @param location directory with the recordings, a path or a {@code file:} URL */
    public RecordedProvider(String location, Duration latency) {
        directory = (location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location))
                .toAbsolutePath()
                .normalize();
        this.latency = latency;
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("There is no directory with recorded replies at " + directory
                    + ". Set base-url of the provider of type \"recorded\" to one.");
        }
    }

    @Override
    public ProviderReply ask(Question question) throws ProviderFailure, InterruptedException {
        Path role = directory.resolve(question.role().key());
        String subject = fileName(question.subject());
        List<Path> candidates = List.of(
                role.resolve(subject).resolve(fileName(question.step()) + ".md"), role.resolve(subject + ".md"));
        if (latency.isPositive()) {
            Thread.sleep(latency);
        }
        for (Path candidate : candidates) {
            String text = read(candidate);
            if (text != null) {
                return new ProviderReply(text, question.model(), "stop", null);
            }
        }
        throw new ProviderFailure(
                ProviderFailure.Kind.NOT_RECORDED,
                "No reply is recorded; looked for " + candidates.get(0) + " and " + candidates.get(1) + ".");
    }

    @Override
    public String system() {
        return "recorded";
    }

    @Override
    public boolean local() {
        return true;
    }

    /** The directory that replies come from. */
    public Path directory() {
        return directory;
    }

    /** Looks at the disk at most once a second for each file: replies are asked for by the thousand under load. */
    private @Nullable String read(Path file) throws ProviderFailure {
        Recording known = kept.get(file);
        if (known != null && known.fresh()) {
            return known.text;
        }
        try {
            String text = Files.isRegularFile(file) ? Files.readString(file) : null;
            if (known != null || kept.size() < MOST_KEPT) {
                kept.put(file, new Recording(text, System.nanoTime()));
            }
            return text;
        } catch (IOException e) {
            throw new ProviderFailure(
                    ProviderFailure.Kind.NOT_RECORDED,
                    "The recorded reply " + file + " cannot be read as UTF-8 text.",
                    null,
                    null,
                    e);
        }
    }

    private static String fileName(String name) {
        StringBuilder safe = new StringBuilder(Math.min(name.length(), LONGEST_NAME));
        for (int i = 0; i < name.length() && i < LONGEST_NAME; i++) {
            char c = name.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '.' && i > 0;
            safe.append(allowed ? c : '_');
        }
        return safe.isEmpty() ? "_" : safe.toString();
    }
}
