package dev.sluice.workspace.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Isolation by bubblewrap: namespaces of its own for processes, network (loopback only), IPC and host name, an empty environment from
 * the first process on, a read-only view of the system's tools, and one writable directory. Run by root, the command gets
 * a user id that nobody else has; run by anyone else, a user namespace. There is no filter of system calls: against an
 * attack on the kernel, use a virtual machine.
 */
public final class BubblewrapSandbox implements Sandbox {

    private static final int FIRST_UID = 1_879_000_000;
    private static final int UIDS = 1_000_000;
    private static final AtomicInteger NEXT_UID =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(UIDS));

    private final Path executable;

    /** @param executable the {@code bwrap} program */
    public BubblewrapSandbox(Path executable) {
        this.executable = executable;
    }

    @Override
    public CommandResult run(SandboxedCommand command) {
        Path scratch = ScratchFiles.directory();
        try {
            int self = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            boolean root = self == 0;
            int uid = root ? FIRST_UID + Math.floorMod(NEXT_UID.getAndIncrement(), UIDS) : self;
            if (root) {
                giveTo(uid, command.worktree());
            }
            BubblewrapArguments arguments = new BubblewrapArguments(executable, command, scratch, uid, root);
            return new Supervision(arguments.build(), Map.of(), Path.of("/"), command.limits(), isolation(), "").run();
        } catch (IOException e) {
            throw new SandboxFailure("The sandbox could not be prepared: " + e.getMessage(), e);
        } finally {
            ScratchFiles.delete(scratch);
        }
    }

    @Override
    public IsolationKind isolation() {
        return IsolationKind.BUBBLEWRAP;
    }

    private static void giveTo(int uid, Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.getFileName().toString().equals(".git")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return give(directory);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return give(file);
            }

            private FileVisitResult give(Path path) throws IOException {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
