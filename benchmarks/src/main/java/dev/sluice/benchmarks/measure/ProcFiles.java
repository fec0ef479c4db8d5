package dev.sluice.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What Linux says of a process under {@code /proc}. A process that is gone, or another system, has 0 of everything. */
final class ProcFiles {

    /** {@code USER_HZ}, which Linux fixes at 100 for programs. */
    private static final long TICKS_PER_SECOND = 100;

    private static final Path PROC = Path.of("/proc");

    private ProcFiles() {}

    /** Processor time of the process itself. */
    static Duration own(long pid) {
        return ticks(pid, 13, 14);
    }

    /** Processor time of its children that ended, and of theirs. */
    static Duration ofEndedChildren(long pid) {
        return ticks(pid, 15, 16);
    }

    /** Highest resident memory since the process began or the mark was reset. */
    static long peakBytes(long pid) {
        return kibibytes(PROC.resolve(pid + "/status"), "VmHWM:");
    }

    /** Resident memory, with shared pages divided among those that share them. */
    static long proportionalBytes(long pid) {
        return kibibytes(PROC.resolve(pid + "/smaps_rollup"), "Pss:");
    }

    /** Its children, as far as this kernel says. */
    static List<Long> children(long pid) {
        try {
            String pids = Files.readString(PROC.resolve(pid + "/task/" + pid + "/children"));
            return Arrays.stream(pids.strip().split(" "))
                    .filter(child -> !child.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException | RuntimeException gone) {
            return List.of();
        }
    }

    /** Begins a new measurement of {@link #peakBytes}; without the right to do so the old one goes on. */
    static void resetPeak(long pid) {
        try {
            Files.writeString(PROC.resolve(pid + "/clear_refs"), "5");
        } catch (IOException goneOrForbidden) {
            // Then the peak of a later round is that of the run so far, which is never too low.
        }
    }

    private static Duration ticks(long pid, int... fields) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            // The name, in parentheses, may hold spaces.
            List<String> rest =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            long ticks = 0;
            for (int field : fields) {
                ticks += Long.parseLong(rest.get(field - 2));
            }
            return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
        } catch (IOException | RuntimeException gone) {
            return Duration.ZERO;
        }
    }

    private static long kibibytes(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                            .map(line -> line.replaceAll("[^0-9]", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    * 1024;
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }
}
