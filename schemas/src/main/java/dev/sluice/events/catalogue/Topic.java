package dev.sluice.events.catalogue;

import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the contract.
 *
 * @param name {@code <subject>.<past participle>}
 * @param type the Avro value
 * @param key reads the partition key from a value
 * @param kept how the log is kept
 */
public record Topic<T extends SpecificRecord>(String name, Class<T> type, Function<T, String> key, Retention kept) {

    /** Whether a topic keeps every event or the last one of each key. */
    public enum Retention {
        EVERY_EVENT,
        LAST_OF_KEY
    }

    /** The key under which {@code event} travels. */
    public String keyOf(T event) {
        return key.apply(event);
    }

    /** CloudEvents type of an event on this topic. */
    public String eventType() {
        return "dev.sluice." + name + ".v1";
    }

    /** Name of the topic that takes what could not be handled. */
    public String deadLetters() {
        return name + "-dlt";
    }

    /** Schema of the value as the generated class holds it. */
    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }
}
