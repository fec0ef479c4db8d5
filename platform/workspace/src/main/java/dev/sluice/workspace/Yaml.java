package dev.sluice.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A YAML mapping from a repository, read with suspicion: no aliases to speak of, no unknown keys, no surprising types. */
public final class Yaml {

    private static final int MAX_LENGTH = 64 * 1024;

    private final Map<String, @Nullable Object> values;

    private Yaml(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** The text is not what it should be. The message names the key and what it may hold. */
    public static final class Malformed extends Exception {
        public Malformed(String message) {
            super(message);
        }
    }

    /** Reads a document whose keys are all among {@code known}. An empty document is an empty mapping. */
    public static Yaml read(String text, Set<String> known) throws Malformed {
        if (text.length() > MAX_LENGTH) {
            throw new Malformed("The file is longer than " + MAX_LENGTH + " characters.");
        }
        Object loaded;
        try {
            loaded = new Load(LoadSettings.builder()
                            .setMaxAliasesForCollections(10)
                            .setAllowDuplicateKeys(false)
                            .setCodePointLimit(MAX_LENGTH)
                            .build())
                    .loadFromString(text);
        } catch (RuntimeException | StackOverflowError e) {
            String reason = e.getMessage() == null
                    ? "nested too deeply"
                    : e.getMessage().lines().findFirst().orElse("");
            throw new Malformed("The file is not YAML: " + reason);
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (loaded instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                if (!known.contains(key)) {
                    throw new Malformed("Unknown key '" + key + "'. Known keys: "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
                }
                values.put(key, entry.getValue());
            }
        } else if (loaded != null) {
            throw new Malformed("The file must hold 'key: value' lines.");
        }
        return new Yaml(values);
    }

    /** Whether the key is there with a value. */
    public boolean has(String key) {
        return values.get(key) != null;
    }

    public boolean flag(String key, boolean otherwise) throws Malformed {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new Malformed("'" + key + "' must be true or false.");
    }

    public int number(String key, int otherwise, int min, int max) throws Malformed {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        throw new Malformed("'" + key + "' must be a whole number from " + min + " to " + max + ".");
    }

    public String text(String key, String otherwise) throws Malformed {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new Malformed("'" + key + "' must be a text.");
    }

    public List<String> texts(String key, List<String> otherwise) throws Malformed {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list && list.size() <= 500) {
            for (Object item : list) {
                if (item instanceof String text && !text.isBlank() && text.length() <= 1000) {
                    texts.add(text);
                } else {
                    throw new Malformed("'" + key + "' must be a list of texts.");
                }
            }
            return List.copyOf(texts);
        }
        throw new Malformed("'" + key + "' must be a list of texts.");
    }
}
