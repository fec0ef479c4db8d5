package dev.sluice.gate.domain;

/**
 * A test run in short.
 *
 * @param result what it showed
 * @param isolated whether the tests ran in a sandbox
 * @param detail figures in words, for the reason
 */
public record TestRun(Result result, boolean isolated, String detail) {

    /** What a run showed. NONE_RAN is never PASSED. */
    public enum Result {
        PASSED,
        FAILED,
        NONE_RAN,
        BUILD_FAILED,
        TIMED_OUT,
        ERROR,
        UNKNOWN
    }
}
