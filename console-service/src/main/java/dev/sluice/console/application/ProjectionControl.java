package dev.sluice.console.application;

/** The projection as an operator sees it. */
public interface ProjectionControl {

    /**
     * How far it has read.
     *
     * @param lag offsets on the log that are not projected yet
     * @param events events projected
     */
    record Status(long lag, long events) {}

    Status status();

    /** Drops every derived row and reads the log again. */
    void rebuild();
}
