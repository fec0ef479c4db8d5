package dev.sluice.workspace.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line that makes bubblewrap build the sandbox. */
final class BubblewrapArguments {

    /** Where the worktree appears inside. */
    static final String WORKSPACE = "/workspace";

    private static final String HOME = "/home/sandbox";

    /** What tools need of /etc. Never all of it: it holds keys, and its settings may hold passwords. */
    private static final List<String> ETC = List.of(
            "/etc/alternatives",
            "/etc/ssl/certs",
            "/etc/ssl/openssl.cnf",
            "/etc/ld.so.cache",
            "/etc/ld.so.conf",
            "/etc/ld.so.conf.d",
            "/etc/maven",
            "/etc/localtime",
            "/etc/mime.types",
            "/etc/java",
            "/etc/java-11-openjdk",
            "/etc/java-17-openjdk",
            "/etc/java-21-openjdk",
            "/etc/java-25-openjdk",
            "/etc/pki/java",
            "/etc/pki/ca-trust/extracted");

    private final List<String> argv = new ArrayList<>();
    private final Set<Path> made = new HashSet<>(Set.of(Path.of("/usr")));
    private final Path executable;
    private final SandboxedCommand command;
    private final Path scratch;
    private final int uid;
    private final boolean root;

    BubblewrapArguments(Path executable, SandboxedCommand command, Path scratch, int uid, boolean root) {
        this.executable = executable;
        this.command = command;
        this.scratch = scratch;
        this.uid = uid;
        this.root = root;
    }

    List<String> build() throws IOException {
        argv.add(executable.toString());
        namespaces();
        system();
        tools();
        writable();
        environment();
        add("--remount-ro", "/", "--chdir", "/", "--");
        limits();
        // Only now, as the user who may enter it. When the command ends, whatever it left behind ends before anybody
        // learns of
        // it. (As the first process of its namespace the shell would do that by itself, but then the kernel may not
        // kill it
        // when the service dies: its user differs from bubblewrap's.)
        add(
                "/bin/sh",
                "-c",
                "cd " + WORKSPACE + " && \"$@\"; code=$?; kill -s KILL -- -1 2>/dev/null; exit $code",
                "sh");
        argv.addAll(command.argv());
        return argv;
    }

    private void namespaces() {
        add(
                "--unshare-ipc",
                "--unshare-pid",
                "--unshare-net",
                "--unshare-uts",
                "--unshare-cgroup-try",
                "--hostname",
                "sandbox");
        add("--die-with-parent", "--new-session");
        if (root) {
            add("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"); // given up by setpriv below
        } else {
            add("--unshare-user");
        }
    }

    private void system() throws IOException {
        add("--ro-bind", "/usr", "/usr");
        for (String name : List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")) {
            Path path = Path.of(name);
            if (Files.isSymbolicLink(path)) {
                add("--symlink", Files.readSymbolicLink(path).toString(), name);
            } else if (Files.isDirectory(path)) {
                add("--ro-bind", name, name);
            }
        }
        ETC.stream().map(Path::of).filter(Files::exists).forEach(this::readOnly);
        given("/etc/passwd", "sandbox:x:" + uid + ":" + uid + ":sandbox:" + HOME + ":/bin/sh\n");
        given("/etc/group", "sandbox:x:" + uid + ":\n");
        given("/etc/hosts", "127.0.0.1 localhost sandbox\n::1 localhost\n");
        given("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n");
        add("--proc", "/proc", "--dev", "/dev");
        space("/dev/shm");
        add("--remount-ro", "/dev");
        space("/tmp");
        parents(Path.of(HOME));
        space(HOME);
    }

    private void tools() throws IOException {
        for (Path path : command.readOnly()) {
            if (Files.exists(path) && !path.startsWith("/usr")) {
                readOnly(path);
            }
        }
        // Settings of Maven may hold passwords, and an offline build needs none of them.
        hideSettings(Path.of("/etc/maven/settings.xml"));
        for (Path path : command.readOnly()) {
            hideSettings(path.resolve("conf/settings.xml"));
        }
    }

    private void hideSettings(Path settings) throws IOException {
        if (Files.isRegularFile(settings, LinkOption.NOFOLLOW_LINKS)) {
            given(settings.toRealPath().toString(), "<settings/>\n");
        }
    }

    private void readOnly(Path path) {
        parents(path);
        add("--ro-bind", path.toString(), path.toString());
    }

    /** Bubblewrap would make them for its own user only. */
    private void parents(Path path) {
        Path parent = path.getParent();
        if (parent != null && parent.getNameCount() > 0 && made.add(parent)) {
            parents(parent);
            add("--perms", "0755", "--dir", parent.toString());
        }
    }

    private void writable() {
        add("--bind", command.worktree().toString(), WORKSPACE);
        Path git = command.worktree().resolve(".git");
        if (Files.exists(git, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(git)) {
            add("--ro-bind", git.toString(), WORKSPACE + "/.git");
        }
    }

    private void environment() {
        command.environment().forEach((name, value) -> add("--setenv", name, value));
        for (Map.Entry<String, String> entry :
                StandardEnvironment.of(command, HOME, "/tmp").entrySet()) {
            add("--setenv", entry.getKey(), entry.getValue());
        }
    }

    private void limits() {
        Limits limits = command.limits();
        add(
                "/usr/bin/prlimit",
                "--core=0",
                "--nproc=" + limits.processes(),
                "--fsize=" + limits.fileBytes(),
                "--data=" + limits.memoryBytes(),
                "--");
        if (root) {
            add("/usr/bin/setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--inh-caps=-all", "--");
        }
    }

    private void space(String path) {
        add("--perms", "1777", "--size", String.valueOf(command.limits().fileBytes()), "--tmpfs", path);
    }

    /** A file made for this run. */
    private void given(String path, String content) throws IOException {
        Path file = Files.createTempFile(scratch, "f", null);
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("r--r--r--"));
        parents(Path.of(path));
        add("--ro-bind", file.toString(), path);
    }

    private void add(String... arguments) {
        argv.addAll(List.of(arguments));
    }
}
