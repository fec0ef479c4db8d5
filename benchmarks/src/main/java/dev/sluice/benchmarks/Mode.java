package dev.sluice.benchmarks;

/** What is real, and the figures that suit it. */
enum Mode {
    /** Repositories answered from memory. */
    ORCHESTRATION(4_000, 250, 64),
    /** Real repositories, commands and sandboxes. */
    GIT(400, 10, 4);

    private final int stories;
    private final int rate;
    private final int parallel;

    Mode(int stories, int rate, int parallel) {
        this.stories = stories;
        this.rate = rate;
        this.parallel = parallel;
    }

    int stories() {
        return stories;
    }

    int rate() {
        return rate;
    }

    int parallel() {
        return parallel;
    }
}
