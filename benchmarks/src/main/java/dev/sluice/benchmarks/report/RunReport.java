package dev.sluice.benchmarks.report;

import dev.sluice.benchmarks.load.RoundResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that one run of the command found out.
 *
 * @param scenario the mode in one sentence
 * @param settings settings that shape the figures
 * @param stackReady from the start of this process until everything was ready
 * @param rounds in the order in which they ran
 */
public record RunReport(
        String scenario,
        Machine machine,
        Map<String, String> settings,
        Duration stackReady,
        List<RoundResult> rounds) {}
