package dev.sluice.messaging.kafka;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.util.ClassSecurityValidator;

/** Avro loads no class that is not trusted: it is told to trust our events. */
public final class TrustedTypes {

    private static final AtomicBoolean DECLARED = new AtomicBoolean();

    private TrustedTypes() {}

    /** Adds our events to what Avro trusts; what the process trusts already stays trusted. */
    public static void declare() {
        if (DECLARED.compareAndSet(false, true)) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("dev.sluice.events.")));
        }
    }
}
