package dev.sluice.workspace.evidence;

import dev.sluice.workspace.tests.TestRun;

/** Runs the tests of a tree of a mirror. Equal trees have equal tests, so an implementation may remember what it ran. */
@FunctionalInterface
public interface TreeTests {

    /** @param tree SHA of a git tree in the mirror */
    TestRun run(String tree);
}
