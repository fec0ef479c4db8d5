package dev.sluice.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A versioned prompt: resource {@code prompts/<name>@<version>.md} with the sections {@code # system} and {@code # user}
 * and slots such as {@code {{story}}}. Values are inserted as they are and never expanded again, so that untrusted
 * text cannot reach another slot.
 */
public final class PromptTemplate {

    private static final Pattern VERSION = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*@[0-9]+");
    private static final Pattern SECTIONS = Pattern.compile(
            "\\A\\s*# system[ \\t]*\\R(.*?)^# user[ \\t]*\\R(.*)\\z", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SLOT = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
    private static final Pattern SLOT_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

    private final String version;
    private final String system;
    private final String user;
    private final Set<String> slots = new LinkedHashSet<>();

    private PromptTemplate(String version, String text) {
        this.version = version;
        Matcher sections = SECTIONS.matcher(text);
        if (!sections.matches()) {
            throw new IllegalArgumentException(
                    "Prompt " + version + " needs a section \"# system\" followed by a section \"# user\".");
        }
        system = sections.group(1).strip();
        user = sections.group(2).strip();
        collectSlots(system);
        collectSlots(user);
    }

    /** Loads a template of the class path, for example {@code planner/plan@1}. */
    public static PromptTemplate load(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("A prompt is named like planner/plan@1, not " + version);
        }
        String file = "prompts/" + version + ".md";
        try (InputStream in = open(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no prompt file " + file + " on the class path.");
            }
            return new PromptTemplate(version, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Prompt file " + file + " cannot be read.", e);
        }
    }

    /** The prompt with its slots filled. Every slot needs a value, and every value a slot. */
    public Prompt render(Map<String, String> values) {
        if (!slots.equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "Prompt " + version + " has the slots " + slots + ", but was given " + values.keySet() + ".");
        }
        return new Prompt(version, fill(system, values), fill(user, values));
    }

    private void collectSlots(String text) {
        Matcher slot = SLOT.matcher(text);
        while (slot.find()) {
            String name = slot.group(1);
            if (!SLOT_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "Prompt " + version + " has a slot with a bad name: " + slot.group());
            }
            slots.add(name);
        }
    }

    private static String fill(String text, Map<String, String> values) {
        return SLOT.matcher(text)
                .replaceAll(slot -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(slot.group(1)))));
    }

    private static @Nullable InputStream open(String file) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        InputStream found = context == null ? null : context.getResourceAsStream(file);
        return found != null ? found : PromptTemplate.class.getClassLoader().getResourceAsStream(file);
    }
}
