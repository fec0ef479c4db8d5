package dev.sluice.events.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** What every topic of the catalogue must satisfy. */
final class TopicRules {

    private TopicRules() {}

    /** What is wrong with {@code topic}, in words; empty if nothing is. */
    static <T extends SpecificRecord> List<String> violations(Topic<T> topic) {
        List<String> found = new ArrayList<>();
        if (!topic.name().matches("[a-z]+\\.[a-z]+(ed|en|t)")) {
            found.add(topic.name() + ": a topic is named <subject>.<past participle>");
        }
        String expected = Arrays.stream(topic.name().split("\\."))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        if (!topic.type().getSimpleName().equals(expected)) {
            found.add("%s: its event must be called %s, not %s"
                    .formatted(topic.name(), expected, topic.type().getSimpleName()));
        }
        if (!"given".equals(topic.keyOf(topic.type().cast(sparest(topic.schema()))))) {
            found.add(topic.name() + ": the key can be missing");
        }
        return found;
    }

    /** An event in which only what must be there is there: required text and required records. */
    private static SpecificRecord sparest(Schema schema) {
        SpecificRecord event = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            switch (field.schema().getType()) {
                case STRING -> event.put(field.pos(), "given");
                case RECORD -> event.put(field.pos(), sparest(field.schema()));
                default -> {}
            }
        }
        return event;
    }
}
