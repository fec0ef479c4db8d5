package dev.sluice.workspace.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock on a path that holds among threads and among processes. Within a process only one channel to the file is ever
 * open, because closing any of them would drop the process's lock.
 */
final class ProcessLock implements AutoCloseable {

    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock local;
    private final FileChannel channel;

    private ProcessLock(ReentrantLock local, FileChannel channel) {
        this.local = local;
        this.channel = channel;
    }

    @SuppressWarnings("LockNotBeforeTry") // held until close()
    static ProcessLock acquire(Path file) throws IOException {
        ReentrantLock local = LOCKS.computeIfAbsent(file.toAbsolutePath().normalize(), p -> new ReentrantLock());
        local.lock();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
                return new ProcessLock(local, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            local.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            local.unlock();
        }
    }
}
