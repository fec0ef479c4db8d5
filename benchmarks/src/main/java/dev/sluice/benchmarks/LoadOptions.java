package dev.sluice.benchmarks;

import dev.sluice.benchmarks.load.Round;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person may choose. What is not chosen follows from the mode. */
final class LoadOptions {

    @Option(
            names = "--mode",
            description = "orchestration (repositories from memory) or git (all real); default: ${DEFAULT-VALUE}.")
    Mode mode = Mode.ORCHESTRATION;

    @Option(names = "--stories", paramLabel = "N", description = "Stories of round 1x; default: 4000, in mode git 400.")
    @Nullable
    Integer stories;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Stories of the first round, on a cold stack; default: N.")
    @Nullable
    Integer warmUp;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Stories per second of the steady round, 0 for none; default: 250, in mode git 10.")
    @Nullable
    Integer rate;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Length of the steady round; default: ${DEFAULT-VALUE}.")
    int seconds = 20;

    @Option(
            names = "--factor",
            paramLabel = "F",
            description = "Size of the big round in N, 0 for none; default: ${DEFAULT-VALUE}.")
    int factor = 4;

    @Option(
            names = "--deadline",
            paramLabel = "S",
            description = "Seconds that the decisions of a round may take; default: ${DEFAULT-VALUE}.")
    int deadline = 300;

    @Option(
            names = "--developer",
            paramLabel = "N",
            description = "Stories that the developer agent works on at once; default: 64, in mode git 4.")
    @Nullable
    Integer developer;

    @Option(
            names = "--reviewer",
            paramLabel = "N",
            description = "Changes that each reviewer role works on at once; default: 64, in mode git 4.")
    @Nullable
    Integer reviewer;

    @Option(
            names = "--gate",
            paramLabel = "N",
            description = "Decisions that the gate acts on at once; default: 64, in mode git 4.")
    @Nullable
    Integer gate;

    @Option(
            names = "--repositories",
            paramLabel = "N",
            description = "Repositories of mode git; default: ${DEFAULT-VALUE}.")
    int repositories = 4;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A further setting for every service.")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep data and log in an empty directory; default: a temporary one.")
    @Nullable
    Path data;

    @Option(names = "--json", description = "Print the report as JSON.")
    boolean json;

    /** Rounds in order: cold, N, four times N, steady. */
    List<Round> rounds() {
        int n = stories == null ? mode.stories() : stories;
        int steady = rate == null ? mode.rate() : rate;
        Duration patience = Duration.ofSeconds(deadline);
        List<Round> rounds = new ArrayList<>();
        rounds.add(new Round("warmup", warmUp == null ? n : warmUp, 0, patience));
        rounds.add(new Round("1x", n, 0, patience));
        if (factor > 0) {
            rounds.add(new Round(factor + "x", n * factor, 0, patience));
        }
        if (steady > 0) {
            rounds.add(new Round("steady", steady * seconds, steady, patience));
        }
        return rounds;
    }

    /** Settings of the services that shape the figures. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sluice.developer.parallel", parallel(developer));
        settings.put("sluice.reviewer.parallel", parallel(reviewer));
        settings.put("sluice.gate.parallel", parallel(gate));
        settings.put("sluice.models.parallel", "512");
        settings.putAll(set);
        return settings;
    }

    private String parallel(@Nullable Integer chosen) {
        return String.valueOf(chosen == null ? mode.parallel() : chosen);
    }
}
