package dev.sluice.benchmarks;

import dev.sluice.benchmarks.load.LoadRun;
import dev.sluice.benchmarks.load.Round;
import dev.sluice.benchmarks.load.RoundResult;
import dev.sluice.benchmarks.report.JsonReport;
import dev.sluice.benchmarks.report.Machine;
import dev.sluice.benchmarks.report.RunReport;
import dev.sluice.benchmarks.report.TextReport;
import dev.sluice.benchmarks.scenario.GitScenario;
import dev.sluice.benchmarks.scenario.OrchestrationScenario;
import dev.sluice.benchmarks.scenario.Scenario;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.quickstart.stack.Addresses;
import dev.sluice.quickstart.stack.EmbeddedStack;
import dev.sluice.quickstart.stack.StackPlan;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description =
                "Drives stories through all services on this machine and measures from story.planned to release.decided.",
        footer =
                "Exit codes: 0 every story decided once and as expected, 1 decided otherwise, 2 usage, 3 lost stories or failure.")
final class LoadCommand implements Callable<Integer> {

    static final int WRONG = 1;
    static final int FAILED = 3;

    /** The policy's defaults leave merging to people, for these reasons alone. */
    private static final String EXPECTED = "SKIPPED (AUTO_MERGE_OFF, FIRST_USE)";

    @Mixin
    LoadOptions options = new LoadOptions();

    @Override
    public Integer call() throws Exception {
        List<Round> rounds = options.rounds();
        try (DataDirectory data = DataDirectory.of(options.data)) {
            Scenario scenario = scenario(data.path(), rounds);
            Map<String, String> settings = new TreeMap<>(options.settings());
            settings.putAll(scenario.settings());
            StackPlan plan = scenario.adapt(StackPlan.everything(data.path(), 0, settings));
            try (EmbeddedStack stack = EmbeddedStack.start(plan, (what, elapsed) -> say("ready: " + what))) {
                Duration ready =
                        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
                List<RoundResult> results = run(stack.addresses(), data.path(), scenario, rounds);
                RunReport report =
                        new RunReport(scenario.description(), Machine.here(), options.settings(), ready, results);
                System.out.println(options.json ? JsonReport.of(report) : TextReport.of(report));
                int code = exitCode(results);
                if (code != 0) {
                    data.keep();
                    say("What happened is in " + data.path().resolve("sluice.log"));
                }
                return code;
            }
        }
    }

    private Scenario scenario(Path data, List<Round> rounds) {
        int stories = rounds.stream().mapToInt(Round::stories).sum();
        return switch (options.mode) {
            case ORCHESTRATION -> new OrchestrationScenario(data);
            case GIT -> new GitScenario(data, options.repositories, stories);
        };
    }

    private static List<RoundResult> run(Addresses at, Path data, Scenario scenario, List<Round> rounds)
            throws InterruptedException {
        MessagingSettings messaging = MessagingSettings.local(at.kafka(), at.registry(), at.redis());
        List<RoundResult> results = new ArrayList<>();
        try (LoadRun load = LoadRun.open(messaging, data.resolve("postgres").resolve("data"), scenario)) {
            for (Round round : rounds) {
                say("round " + round.name() + ": " + round.stories() + " stories ...");
                RoundResult result = load.run(round);
                results.add(result);
                say(String.format(
                        "round %s: %.1f stories/s, p99 %.0f ms",
                        round.name(), result.perSecond(), result.latencies().at(99) / 1e6));
                if (!result.complete()) {
                    Missing.explain(messaging, result, load.unread(), LoadCommand::say);
                    break;
                }
            }
        }
        return results;
    }

    private static int exitCode(List<RoundResult> results) {
        if (results.stream().anyMatch(round -> !round.lost().isEmpty())) {
            return FAILED;
        }
        boolean asExpected = results.stream()
                .allMatch(round -> round.doubled().isEmpty()
                        && round.outcomes().keySet().stream().allMatch(EXPECTED::equals));
        if (!asExpected) {
            say("Every decision should have been: " + EXPECTED);
        }
        return asExpected ? 0 : WRONG;
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
