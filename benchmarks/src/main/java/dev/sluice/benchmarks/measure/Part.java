package dev.sluice.benchmarks.measure;

import java.util.Arrays;
import java.util.Optional;

/** What the processes of a stack are, told apart by their commands. */
public enum Part {
    /** This JVM: broker, six services and the load. */
    SERVICES_AND_BROKER("services + broker", ""),
    REGISTRY("registry", "java"),
    REDIS("redis", "redis-server"),
    POSTGRES("postgres", ""),
    /** Everything else that was started and has ended: git and sandboxes. */
    COMMANDS("git and sandboxes", "");

    private final String title;
    private final String command;

    Part(String title, String command) {
        this.title = title;
        this.command = command;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** The server that a long-lived child process is, if it is one. */
    static Optional<Part> of(ProcessHandle child) {
        String path = child.info().command().orElse("");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(part -> !part.command.isEmpty() && name.equals(part.command))
                .findFirst();
    }
}
