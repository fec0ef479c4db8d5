package dev.sluice.workspace.git;

import dev.sluice.workspace.git.GitCommand.Result;
import dev.sluice.workspace.git.RepositoryUnavailable.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The remote side of a mirror: asks, fetches and pushes. */
final class Remote {

    private static final Duration TALK = Duration.ofMinutes(1);
    private static final Duration TRANSFER = Duration.ofMinutes(10);

    private final String url;
    private final GitEnvironment environment;
    private final Path directory;
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Optional<LocalRemote> near;
    private @Nullable ObjectStore objects;

    Remote(String url, GitEnvironment environment, Path directory) {
        this.url = url;
        this.environment = environment;
        this.directory = directory;
        this.near = url.startsWith("/") || url.startsWith("file:") ? LocalRemote.at(url) : Optional.empty();
    }

    synchronized ObjectStore objects() {
        ObjectStore open = objects;
        if (open == null) {
            try {
                open = new ObjectStore(gitDirectory());
            } catch (IOException e) {
                throw new GitFailure("The mirror of " + url + " cannot be opened: " + e.getMessage(), e);
            }
            objects = open;
        }
        return open;
    }

    String url() {
        return url;
    }

    Path directory() {
        return directory;
    }

    Path gitDirectory() {
        return directory.resolve("git");
    }

    Path lockFile() {
        return directory.resolve("lock");
    }

    void initialise() throws IOException {
        Path ready = directory.resolve("ready");
        if (!Files.exists(ready)) {
            new GitCommand(environment.local(), gitDirectory(), "init", "--quiet", "--bare", "--template=").ok();
            Files.writeString(ready, url + "\n");
        }
    }

    Head head(String branch) throws RepositoryUnavailable {
        Optional<Head> quick = near.flatMap(local -> local.head(branch));
        return quick.isPresent() ? quick.get() : ask(branch);
    }

    private Head ask(String branch) throws RepositoryUnavailable {
        String wanted = branch.isEmpty() ? "HEAD" : "refs/heads/" + Names.branch(branch);
        Result result = talk("ls-remote", "--symref", "--quiet", "--", url, "HEAD", wanted);
        String symbolic = "";
        String sha = "";
        String headSha = "";
        for (String line : result.text().split("\n")) {
            String[] fields = line.split("\t", 2);
            if (fields.length != 2) {
                continue;
            }
            if (fields[0].startsWith("ref: refs/heads/") && fields[1].equals("HEAD")) {
                symbolic = fields[0].substring("ref: refs/heads/".length());
            } else if (fields[1].equals(wanted)) {
                sha = fields[0];
            }
            if (fields[1].equals("HEAD") && !fields[0].startsWith("ref:")) {
                headSha = fields[0];
            }
        }
        if (!sha.isEmpty()) {
            return new Head(branch.isEmpty() ? (symbolic.isEmpty() ? "HEAD" : symbolic) : branch, sha);
        }
        if (headSha.isEmpty()
                && talk("ls-remote", "--quiet", "--heads", "--", url).text().isBlank()) {
            throw new RepositoryUnavailable(
                    Kind.EMPTY,
                    "The repository " + url + " has no commits.",
                    "Push a first commit, then submit again.");
        }
        throw new RepositoryUnavailable(
                Kind.NO_SUCH_BRANCH,
                branch.isEmpty()
                        ? "The default branch of " + url + " does not exist."
                        : "The repository " + url + " has no branch '" + branch + "'.",
                "Name a branch that exists.");
    }

    boolean has(String sha) {
        if (present.contains(sha)) {
            return true;
        }
        boolean found = objects().has(sha);
        if (found) {
            remember(sha);
        }
        return found;
    }

    void remember(String sha) {
        if (present.size() > 100_000) {
            present.clear();
        }
        present.add(sha);
    }

    /** Brings a commit here, unless it is here. One git process when the remote serves any commit by its SHA. */
    void ensure(String sha) throws RepositoryUnavailable {
        if (has(sha)) {
            return;
        }
        Result direct = fetch(List.of(sha));
        if (direct.exit() != 0 && !has(sha)) {
            fetchAll();
        }
        if (!has(sha)) {
            throw new RepositoryUnavailable(
                    Kind.NO_SUCH_COMMIT,
                    "The repository " + url + " has no commit " + sha + ".",
                    "Push the commit to a branch of this repository, then try again.");
        }
    }

    void fetchBranch(Head head) throws RepositoryUnavailable {
        if (has(head.sha())) {
            return;
        }
        if (!head.branch().equals("HEAD")) {
            fetch(List.of("+refs/heads/" + head.branch() + ":refs/heads/" + head.branch()));
        }
        ensure(head.sha());
    }

    void fetchAll() throws RepositoryUnavailable {
        Result result = fetch(List.of("--prune", "+refs/heads/*:refs/heads/*"));
        if (result.exit() != 0) {
            throw RemoteErrors.explain(url, result);
        }
    }

    private Result fetch(List<String> what) {
        try (ProcessLock lock = ProcessLock.acquire(lockFile())) {
            Result result = fetchOnce(what);
            if (result.exit() != 0 && result.errors().contains(".lock")) {
                removeStaleLocks();
                result = fetchOnce(what);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("The mirror of " + url + " cannot be locked.", e);
        }
    }

    private Result fetchOnce(List<String> what) {
        boolean prune = what.contains("--prune");
        List<String> specs =
                what.stream().filter(spec -> !spec.startsWith("--")).toList();
        String[] arguments = Stream.concat(
                        Stream.of(
                                "fetch",
                                "--quiet",
                                "--no-tags",
                                "--no-write-fetch-head",
                                "--no-auto-maintenance",
                                prune ? "--prune" : "--no-prune",
                                "--",
                                url),
                        specs.stream())
                .toArray(String[]::new);
        return new GitCommand(environment.remote(url), gitDirectory(), arguments)
                .timeout(TRANSFER)
                .run();
    }

    /** Only while the mirror's lock is held: whoever left these is dead. */
    private void removeStaleLocks() throws IOException {
        try (Stream<Path> files = Files.walk(gitDirectory())) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".lock"))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    PushResult push(String sha, String branch, String expectedOld) throws RepositoryUnavailable {
        String reference = "refs/heads/" + Names.branch(branch);
        if (near.isPresent() && near.get().push(objects(), sha, branch, expectedOld)) {
            return new PushResult.Pushed(sha);
        }
        Result result = new GitCommand(
                        environment.remote(url),
                        gitDirectory(),
                        "push",
                        "--porcelain",
                        "--quiet",
                        "--no-verify",
                        "--atomic",
                        "--force-with-lease=" + reference + ":" + expectedOld,
                        "--",
                        url,
                        sha + ":" + reference)
                .timeout(TRANSFER)
                .run();
        if (result.exit() == 0) {
            return new PushResult.Pushed(sha);
        }
        String all = result.text() + "\n" + result.errors();
        for (String line : result.text().split("\n")) {
            if (line.startsWith("!\t")) {
                String detail = line.substring(2).strip();
                if (detail.contains("stale info")
                        || detail.contains("fetch first")
                        || detail.contains("cannot lock ref")
                        || detail.contains("reference already exists")) {
                    return new PushResult.Moved(
                            branch,
                            "The branch '" + branch + "' is not at " + (expectedOld.isEmpty() ? "nothing" : expectedOld)
                                    + " any more.");
                }
                return new PushResult.Rejected(detail + "\n" + result.errors());
            }
        }
        if (all.contains("failed to update ref") || all.contains("cannot lock ref")) {
            return new PushResult.Moved(branch, "The branch '" + branch + "' moved during the push.");
        }
        throw RemoteErrors.explain(url, result);
    }

    PushResult mark(String object, String reference) throws RepositoryUnavailable {
        Result result = new GitCommand(
                        environment.remote(url),
                        gitDirectory(),
                        "push",
                        "--porcelain",
                        "--quiet",
                        "--no-verify",
                        "--",
                        url,
                        "+" + object + ":" + reference)
                .timeout(TRANSFER)
                .run();
        if (result.exit() == 0) {
            return new PushResult.Pushed(object);
        }
        if (result.text().lines().anyMatch(line -> line.startsWith("!\t"))) {
            return new PushResult.Rejected(result.text().strip() + "\n" + result.errors());
        }
        throw RemoteErrors.explain(url, result);
    }

    private Result talk(String... arguments) throws RepositoryUnavailable {
        Result result = new GitCommand(environment.remote(url), gitDirectory(), arguments)
                .timeout(TALK)
                .run();
        if (result.exit() != 0) {
            throw RemoteErrors.explain(url, result);
        }
        return result;
    }
}
