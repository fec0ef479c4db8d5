package dev.sluice.console.application;

/** What came of something that a person asked for. A refusal is an answer, not an exception. */
public sealed interface Answer<T> {

    /**
     * It is on the log.
     *
     * @param fresh whether this call put it there
     */
    record Done<T>(T value, boolean fresh) implements Answer<T> {}

    /** What it is about is not known. */
    record Unknown<T>(String detail) implements Answer<T> {}

    /** The state of things does not allow it. */
    record Conflict<T>(String detail) implements Answer<T> {}

    /** This person may not. */
    record Forbidden<T>(String detail) implements Answer<T> {}

    /** It does not fit what it is about. */
    record Invalid<T>(String field, String detail) implements Answer<T> {}
}
