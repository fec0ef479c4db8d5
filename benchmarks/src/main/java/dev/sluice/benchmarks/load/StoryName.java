package dev.sluice.benchmarks.load;

/** Requirement id of a story of a round, so that a decision tells where it belongs. */
record StoryName(String round, int number) {

    private static final String PREFIX = "bench-";

    static StoryName parse(String requirementId) {
        int dash = requirementId.lastIndexOf('-');
        return new StoryName(
                requirementId.substring(PREFIX.length(), dash), Integer.parseInt(requirementId.substring(dash + 1)));
    }

    String requirementId() {
        return PREFIX + round + "-" + number;
    }
}
