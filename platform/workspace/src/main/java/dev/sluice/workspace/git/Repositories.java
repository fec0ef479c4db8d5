package dev.sluice.workspace.git;

import dev.sluice.workspace.git.RepositoryUnavailable.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The repositories that this service works with: one bare mirror each below a root directory. Several threads, several
 * instances and several processes may share a root. Everything below it can be deleted while no process uses it.
 */
public final class Repositories {

    private final Path root;
    private final GitEnvironment environment;
    private final Worktrees worktrees;
    private final Map<String, Mirror> open = new ConcurrentHashMap<>();

    /** Repositories that need no token. */
    public Repositories(Path root) {
        this(root, Credentials.none());
    }

    public Repositories(Path root, Credentials credentials) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root.resolve("mirrors"));
            this.environment = new GitEnvironment(this.root, credentials);
            this.worktrees = new Worktrees(this.root.resolve("worktrees"));
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace directory " + root + " cannot be used.", e);
        }
    }

    /**
     * The mirror of a repository, made on first use. The remote is asked only the first time.
     *
     * @param url https://, ssh://, user@host:path, file:// or an absolute path
     */
    public Mirror open(String url) throws RepositoryUnavailable {
        String checked = RepositoryUrl.check(url);
        Mirror known = open.get(checked);
        if (known != null) {
            return known;
        }
        Remote remote = new Remote(checked, environment, root.resolve("mirrors").resolve(name(checked)));
        try {
            Files.createDirectories(remote.directory());
            try (ProcessLock lock = ProcessLock.acquire(remote.lockFile())) {
                remote.initialise();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mirror of " + checked + " cannot be made.", e);
        }
        reach(remote);
        Mirror mirror = new Mirror(remote, environment, worktrees);
        Mirror earlier = open.putIfAbsent(checked, mirror);
        return earlier == null ? mirror : earlier;
    }

    private static void reach(Remote remote) throws RepositoryUnavailable {
        try {
            remote.head("");
        } catch (RepositoryUnavailable e) {
            if (e.kind() != Kind.NO_SUCH_BRANCH) { // without a default branch, another may be asked for by name
                throw e;
            }
        }
    }

    private static String name(String url) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            String tail =
                    url.replaceAll("(\\.git)?/*$", "").replaceAll(".*[/:]", "").replaceAll("[^A-Za-z0-9._-]", "_");
            String readable = tail.length() <= 40 ? tail : tail.substring(0, 40);
            return "r-" + readable + "-" + HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
