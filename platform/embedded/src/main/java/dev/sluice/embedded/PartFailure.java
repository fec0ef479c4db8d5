package dev.sluice.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An embedded part did not start. The message says which, why, where its log is and what to do. */
public final class PartFailure extends RuntimeException {

    PartFailure(String part, String why, @Nullable Path log, String advice, @Nullable Throwable cause) {
        super(part + " did not start: " + why + "." + (log == null ? "" : " Log: " + log + ".") + " " + advice, cause);
    }

    static PartFailure portTaken(String part, int port) {
        return new PartFailure(
                part,
                "port " + port + " is taken",
                null,
                "Stop what listens there (lsof -i :" + port + "), or choose another port.",
                null);
    }
}
