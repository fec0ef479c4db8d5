package dev.sluice.workspace.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process and all that came from it, as Linux shows them below /proc. */
final class ProcessTree {

    private static final Path PROC = Path.of("/proc");
    private static final long PAGE = 4096;

    private final Process root;

    /** Variable that marks processes which left the tree by outliving their parent; empty when nothing can leave it. */
    private final String marker;

    ProcessTree(Process root, String marker) {
        this.root = root;
        this.marker = marker;
    }

    /** What it uses at this moment. */
    record Usage(long memoryBytes, int threads) {}

    Usage usage() {
        long memory = 0;
        int threads = 0;
        for (ProcessHandle process : all()) {
            memory += privateMemory(process.pid());
            threads += threads(process.pid());
        }
        return new Usage(memory, threads);
    }

    void kill() {
        // Twice: what was being forked during the first round is there in the second.
        for (int round = 0; round < 2; round++) {
            all().forEach(ProcessHandle::destroyForcibly);
            root.destroyForcibly();
            marked().forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Ends what outlived the command. */
    void killLeftovers() {
        List<ProcessHandle> left = marked();
        for (int round = 0; round < 5 && !left.isEmpty(); round++) {
            left.forEach(ProcessHandle::destroyForcibly);
            left = marked();
        }
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(root.toHandle()), root.descendants()).toList();
    }

    private List<ProcessHandle> marked() {
        if (marker.isEmpty()) {
            return List.of();
        }
        Stream.Builder<ProcessHandle> found = Stream.builder();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                if (carriesMarker(entry)) {
                    ProcessHandle.of(Long.parseLong(entry.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return found.build().toList();
    }

    private boolean carriesMarker(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1)
                    .contains(marker);
        } catch (IOException e) {
            return false;
        }
    }

    private static long privateMemory(long pid) {
        try {
            String[] pages = Files.readString(PROC.resolve(pid + "/statm")).split(" ");
            return (Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static int threads(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[17]);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
