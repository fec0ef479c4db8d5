package dev.sluice.benchmarks.scenario;

/** The repository that stories are about: a greeting, and tests that name a file and a line that it must hold. */
final class Sample {

    /** Where repositories are answered from memory, nobody opens this. */
    static final String REPOSITORY = "/benchmark/repository.git";

    static final String BRANCH = "main";
    static final String GREETED = "src/greeting.txt";
    static final String BEFORE = "Good day, visitor!";

    private Sample() {}

    static String greeting(int number) {
        return "Good day, visitor " + number + "!";
    }

    static String test(int number) {
        return "tests/visitor-" + number + ".expected";
    }

    /** A test is two lines: a file, and a line that must be in it. */
    static String testText(int number) {
        return GREETED + "\n" + greeting(number) + "\n";
    }
}
