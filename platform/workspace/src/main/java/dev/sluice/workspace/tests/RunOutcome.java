package dev.sluice.workspace.tests;

/** What a test run showed. Names as in the events' TestOutcome. */
public enum RunOutcome {
    /** At least one test ran and none failed. */
    PASSED,
    FAILED,
    /** The command succeeded but no test ran: never as good as passed. */
    NO_TESTS_RAN,
    /** The command failed without any failing test: the code or its tests do not compile, or the build is broken. */
    BUILD_FAILED,
    TIMED_OUT,
    /** A limit was reached, or the tool is missing. */
    ERROR
}
