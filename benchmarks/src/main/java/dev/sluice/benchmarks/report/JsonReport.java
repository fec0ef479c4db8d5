package dev.sluice.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sluice.benchmarks.load.RoundResult;
import dev.sluice.benchmarks.measure.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A report for programs. Times are milliseconds unless the name says otherwise, sizes bytes. */
public final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    public static String of(RunReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", report.scenario());
        all.put("machine", machine(report.machine()));
        all.put("settings", report.settings());
        all.put("stackReady", report.stackReady().toMillis());
        all.put("rounds", report.rounds().stream().map(JsonReport::round).toList());
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> machine(Machine machine) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("processor", machine.processor());
        all.put("processors", machine.processors());
        all.put("memoryBytes", machine.memoryBytes());
        all.put("system", machine.system());
        all.put("java", machine.java());
        all.put("jvm", machine.jvm());
        return all;
    }

    private static Map<String, Object> round(RoundResult result) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", result.round().name());
        all.put("stories", result.round().stories());
        all.put("sentPerSecond", result.round().perSecond());
        all.put("decidedPerSecond", result.perSecond());
        Map<String, Object> latency = new LinkedHashMap<>();
        for (double percent : List.of(50.0, 95.0, 99.0, 100.0)) {
            latency.put(
                    percent == 100 ? "longest" : "p" + (int) percent,
                    result.latencies().at(percent) / 1e6);
        }
        all.put("latency", latency);
        all.put("lost", result.lost());
        all.put("doubled", result.doubled());
        all.put("outcomes", result.outcomes());
        all.put("allReadAfter", result.caughtUp().toMillis());
        all.put("unread", result.behind());
        all.put("microsPerStory", byPart(result::microsPerStory));
        all.put("peakBytes", byPart(part -> result.peakBytes().getOrDefault(part, 0L)));
        all.put("liveHeapBytes", result.liveHeapBytes());
        return all;
    }

    private static Map<String, Double> byPart(ToDoubleFunction<Part> value) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            all.put(part.title(), value.applyAsDouble(part));
        }
        return all;
    }
}
