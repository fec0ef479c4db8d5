package dev.sluice.messaging;

/** Every meter of this module. Tags of each: {@code topic} and {@code group}. */
public enum MessagingMeter {

    /** Counter: events handled to the end. */
    HANDLED("sluice.messaging.handled"),

    /** Counter: attempts that failed and will be made again. */
    RETRIED("sluice.messaging.retried"),

    /** Counter: records written to the dead letters. */
    DEAD_LETTERED("sluice.messaging.dead.lettered"),

    /** Gauge: events being handled now. */
    IN_WORK("sluice.messaging.in.work"),

    /** Gauge: events received and not yet handled, those held by a pause or waiting for a retry included. */
    BUFFERED("sluice.messaging.buffered"),

    /** Timer: from the record's timestamp to the start of its handling. */
    LAG("sluice.messaging.lag"),

    /** Timer: one attempt of a handler. */
    DURATION("sluice.messaging.duration");

    private final String id;

    MessagingMeter(String id) {
        this.id = id;
    }

    /** Name in Micrometer's dotted form. */
    public String id() {
        return id;
    }
}
