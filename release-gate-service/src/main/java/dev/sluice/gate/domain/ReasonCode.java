package dev.sluice.gate.domain;

/** Stable codes of reasons and warnings, as they appear in {@code release.decided}. Only ever added to. */
public enum ReasonCode {
    // There is no change to release.
    TESTS_FAILED(true),
    NO_TESTS_RAN(true),
    EDITS_REFUSED,
    MODEL_FAILED,
    REPOSITORY_FAILED,
    CONFLICT,
    NOTHING_CHANGED,
    CHANGE_UNREADABLE,

    // What the reviewers' own test runs showed.
    BUILD_FAILED(true),
    TESTS_NOT_PASSED(true),
    TESTS_NOT_RUN(true),
    TESTS_NOT_ISOLATED,
    TESTS_PASS_WITHOUT_CHANGE(true),
    NO_TEST_SHOWS_THE_CHANGE(true),
    FAIL_TO_PASS_NOT_SHOWN(true),
    OLD_TESTS_BROKEN(true),
    PASS_TO_PASS_NOT_SHOWN,
    MERGE_RESULT_NOT_EVALUATED,
    MERGE_RESULT_DISPUTED,

    // What the roles said.
    STORY_ALIGNMENT_BLOCKED,
    STORY_ALIGNMENT_CHANGES_REQUESTED,
    STORY_ALIGNMENT_ERROR,
    STORY_ALIGNMENT_MISSING,
    TEST_QUALITY_BLOCKED,
    TEST_QUALITY_CHANGES_REQUESTED,
    TEST_QUALITY_ERROR,
    TEST_QUALITY_MISSING,
    ARCHITECTURE_BLOCKED,
    ARCHITECTURE_CHANGES_REQUESTED,
    ARCHITECTURE_ERROR,
    ARCHITECTURE_MISSING,
    POLICY_BLOCKED,
    POLICY_CHANGES_REQUESTED,
    POLICY_ERROR,
    POLICY_MISSING,
    HUMAN_BLOCKED,
    HUMAN_CHANGES_REQUESTED,
    HUMAN_ERROR,
    HUMAN_MISSING,
    OWN_APPROVAL_IGNORED,
    OWNERSHIP_NOT_CHECKED,
    VERDICT_FOR_OTHER_COMMITS,

    // What the repository's policy asks.
    POLICY_UNREADABLE,
    FACTS_MISSING,
    PROTECTED_PATH,
    TOO_MANY_FILES,
    AUTO_MERGE_OFF,
    FIRST_USE,

    // Why a change is released.
    ALL_REQUIRED_APPROVED,
    TESTS_PROVE_THE_CHANGE;

    private final boolean tests;

    ReasonCode() {
        this(false);
    }

    ReasonCode(boolean tests) {
        this.tests = tests;
    }

    /** Whether this speaks against the change's tests. */
    public boolean aboutTests() {
        return tests;
    }

    static ReasonCode blocked(Role role) {
        return valueOf(role + "_BLOCKED");
    }

    static ReasonCode changesRequested(Role role) {
        return valueOf(role + "_CHANGES_REQUESTED");
    }

    static ReasonCode error(Role role) {
        return valueOf(role + "_ERROR");
    }

    static ReasonCode missing(Role role) {
        return valueOf(role + "_MISSING");
    }
}
