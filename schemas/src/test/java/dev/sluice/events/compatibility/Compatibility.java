package dev.sluice.events.compatibility;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/**
 * Full compatibility of two versions of an event: Avro's own check in both directions, and what that check calls
 * compatible although readers would misunderstand the data (logical type, precision, scale, namespace, a symbol taken away).
 */
final class Compatibility {

    private Compatibility() {}

    /** What breaks between {@code released} and {@code current}, in words; empty if nothing does. */
    static List<String> breaks(Schema released, Schema current) {
        List<String> found = new ArrayList<>();
        avro("today's readers cannot read released data", current, released, found);
        avro("released readers cannot read today's data", released, current, found);
        compare(released, current, current.getName(), new HashSet<>(), found);
        return found;
    }

    private static void avro(String what, Schema reader, Schema writer, List<String> found) {
        SchemaPairCompatibility pair = checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            pair.getResult()
                    .getIncompatibilities()
                    .forEach(i -> found.add(
                            "%s: %s at %s: %s".formatted(what, i.getType(), i.getLocation(), i.getMessage())));
        }
    }

    private static void compare(Schema before, Schema after, String where, Set<String> seen, List<String> found) {
        if (before.getType() != after.getType()) {
            found.add("%s: type changed from %s to %s".formatted(where, before.getType(), after.getType()));
            return;
        }
        logicalType(before, after, where, found);
        switch (before.getType()) {
            case RECORD -> {
                fullName(before, after, where, found);
                if (seen.add(before.getFullName())) {
                    fields(before, after, seen, found);
                }
            }
            case ENUM -> {
                fullName(before, after, where, found);
                symbols(before, after, where, found);
            }
            case ARRAY -> compare(before.getElementType(), after.getElementType(), where, seen, found);
            case MAP -> compare(before.getValueType(), after.getValueType(), where, seen, found);
            case UNION -> branches(before, after, where, seen, found);
            default -> {}
        }
    }

    private static void fields(Schema before, Schema after, Set<String> seen, List<String> found) {
        for (Schema.Field field : after.getFields()) {
            Schema.Field released = before.getField(field.name());
            String where = after.getName() + "." + field.name();
            if (released != null) {
                compare(released.schema(), field.schema(), where, seen, found);
            } else if (!field.hasDefaultValue()) {
                found.add(where + ": a field added after a release needs a default");
            }
        }
        for (Schema.Field field : before.getFields()) {
            if (after.getField(field.name()) == null) {
                found.add("%s.%s: a released field was taken away".formatted(after.getName(), field.name()));
            }
        }
    }

    private static void branches(Schema before, Schema after, String where, Set<String> seen, List<String> found) {
        if (before.getTypes().size() != after.getTypes().size()) {
            found.add(where + ": a released union keeps its branches");
            return;
        }
        for (int i = 0; i < before.getTypes().size(); i++) {
            compare(before.getTypes().get(i), after.getTypes().get(i), where, seen, found);
        }
    }

    private static void symbols(Schema before, Schema after, String where, List<String> found) {
        List<String> gone = new ArrayList<>(before.getEnumSymbols());
        gone.removeAll(after.getEnumSymbols());
        if (!gone.isEmpty()) {
            found.add(
                    "%s: released symbols %s were taken away and would be read as the default".formatted(where, gone));
        }
        if (!Objects.equals(before.getEnumDefault(), after.getEnumDefault())) {
            found.add("%s: default symbol changed from %s to %s"
                    .formatted(where, before.getEnumDefault(), after.getEnumDefault()));
        }
    }

    private static void fullName(Schema before, Schema after, String where, List<String> found) {
        if (!before.getFullName().equals(after.getFullName())) {
            found.add("%s: name changed from %s to %s".formatted(where, before.getFullName(), after.getFullName()));
        }
    }

    private static void logicalType(Schema before, Schema after, String where, List<String> found) {
        for (String property : List.of("logicalType", "precision", "scale")) {
            Object old = before.getObjectProp(property);
            Object now = after.getObjectProp(property);
            if (!Objects.equals(old, now)) {
                found.add("%s: %s changed from %s to %s".formatted(where, property, old, now));
            }
        }
    }
}
