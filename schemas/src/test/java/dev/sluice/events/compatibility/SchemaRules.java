package dev.sluice.events.compatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What every schema of the contract must satisfy by itself. */
final class SchemaRules {

    static final String NAMESPACE = "dev.sluice.events";

    private SchemaRules() {}

    /** What is wrong with {@code schema} and all types inside it, in words; empty if nothing is. */
    static List<String> violations(Schema schema) {
        List<String> found = new ArrayList<>();
        visit(schema, schema.getName(), new HashSet<>(), found);
        return found;
    }

    private static void visit(Schema schema, String where, Set<String> seen, List<String> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    named(schema, found);
                    schema.getFields().forEach(field -> visitField(schema, field, seen, found));
                }
            }
            case ENUM -> {
                if (seen.add(schema.getFullName())) {
                    named(schema, found);
                    if (schema.getEnumDefault() == null) {
                        found.add(schema.getName() + ": the enum has no default, so a new symbol breaks every reader");
                    }
                }
            }
            case ARRAY -> visit(schema.getElementType(), where, seen, found);
            case MAP -> visit(schema.getValueType(), where, seen, found);
            case UNION -> schema.getTypes().forEach(branch -> visit(branch, where, seen, found));
            case FIXED -> found.add(where + ": fixed types are not used in this contract");
            default -> logicalType(schema, where, found);
        }
    }

    private static void visitField(Schema owner, Schema.Field field, Set<String> seen, List<String> found) {
        String where = owner.getName() + "." + field.name();
        if (blank(field.doc())) {
            found.add(where + ": the field has no doc");
        }
        if (field.name().endsWith("At") && !isTimestamp(field.schema())) {
            found.add(where + ": a point in time is a long with logicalType timestamp-millis");
        }
        visit(field.schema(), where, seen, found);
    }

    private static void named(Schema schema, List<String> found) {
        if (!NAMESPACE.equals(schema.getNamespace())) {
            found.add(schema.getFullName() + ": the namespace must be " + NAMESPACE);
        }
        if (blank(schema.getDoc())) {
            found.add(schema.getName() + ": the type has no doc");
        }
    }

    private static void logicalType(Schema schema, String where, List<String> found) {
        String declared = schema.getProp("logicalType");
        if (declared != null && schema.getLogicalType() == null) {
            found.add(where + ": Avro does not understand logicalType " + declared + " here and would ignore it");
        }
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                && (decimal.getPrecision() != 18 || decimal.getScale() != 6)) {
            found.add(where + ": money is decimal(18,6)");
        }
    }

    private static boolean isTimestamp(Schema schema) {
        List<Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
        return branches.stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .allMatch(branch -> branch.getLogicalType() instanceof LogicalTypes.TimestampMillis);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
