package dev.sluice.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a run took place. */
public record Machine(
        String processor, int processors, long memoryBytes, String system, String java, List<String> jvm) {

    /** This one. */
    public static Machine here() {
        return new Machine(
                value("/proc/cpuinfo", "model name", "unknown processor"),
                Runtime.getRuntime().availableProcessors(),
                kibibytes(value("/proc/meminfo", "MemTotal", "0 kB")) * 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument -> argument.startsWith("-X"))
                        .toList());
    }

    private static String value(String file, String name, String otherwise) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }

    private static long kibibytes(String text) {
        return Long.parseLong(text.replaceAll("[^0-9]", ""));
    }
}
