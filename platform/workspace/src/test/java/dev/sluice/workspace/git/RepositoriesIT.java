package dev.sluice.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.workspace.Upstream;
import dev.sluice.workspace.git.RepositoryUnavailable.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoriesIT {

    @TempDir
    Path temporary;

    private Repositories repositories;

    @BeforeEach
    void open() {
        repositories = new Repositories(temporary.resolve("workspace"));
    }

    @Test
    void saysThatARepositoryDoesNotExist() {
        assertThat(refusal("/nowhere/at/all").kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal("file:///nowhere/at/all").kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal(temporary.toString()).explanation()).contains("no repository at", "Check the address");
    }

    @Test
    void saysThatARepositoryHasNoCommits() throws IOException {
        Upstream empty = new Upstream(temporary.resolve("empty"));

        assertThat(refusal(empty.url()).kind()).isEqualTo(Kind.EMPTY);
        assertThat(refusal(empty.url()).advice()).contains("first commit");
    }

    @Test
    void saysThatARepositoryWantsCredentials() throws IOException {
        HttpServer server = serverAnswering401(new AtomicReference<>(""));
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/team/project.git";

            assertThat(refusal(url).kind()).isEqualTo(Kind.NEEDS_CREDENTIALS);
            assertThat(refusal(url).advice()).contains("token");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatAHostCannotBeReachedAndThatThisMayPass() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        RepositoryUnavailable refusal = refusal("http://127.0.0.1:" + closed + "/team/project.git");

        assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal.transientFailure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "--upload-pack=touch /tmp/x",
                "ext::sh -c id",
                "-oProxyCommand=id",
                "relative/path",
                "ssh://-oProxyCommand=id/x",
                "git@-host:x",
                "https://user:secret@example.org/x.git",
                "file:///x\ny",
                "git://example.org/x",
                "fd::17",
                "user@host:-x"
            })
    void refusesAnAddressThatIsNone(String url) {
        assertThat(refusal(url).kind()).isEqualTo(Kind.REFUSED_URL);
        assertThat(refusal(url).explanation()).doesNotContain("secret");
    }

    @Test
    void opensOneMirrorForManyThreadsAndInstances() throws Exception {
        Upstream upstream = new Upstream(temporary.resolve("upstream"));
        String sha = upstream.commit("First", Map.of("a.txt", "a\n"));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> work = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> {
                        Repositories mine =
                                i % 2 == 0 ? repositories : new Repositories(temporary.resolve("workspace"));
                        return mine.open(upstream.url()).head("").sha();
                    })
                    .toList();
            for (Future<String> head : threads.invokeAll(work)) {
                assertThat(head.get()).isEqualTo(sha);
            }
        }
        try (var mirrors = Files.list(temporary.resolve("workspace/mirrors"))) {
            assertThat(mirrors).hasSize(1);
        }
    }

    @Test
    void opensFileUrlsAndPathsWithSpaces() throws Exception {
        Upstream upstream = new Upstream(temporary.resolve("with space"));
        String sha = upstream.commit("First", Map.of("a.txt", "a\n"));

        assertThat(repositories.open(upstream.url()).head("main").sha()).isEqualTo(sha);
    }

    @Test
    void runsNoHookAndNoCommandOfTheRepository() throws Exception {
        Upstream upstream = new Upstream(temporary.resolve("upstream"));
        String sha = upstream.commit("First", Map.of(".gitattributes", "* filter=evil\n", "a.txt", "a\n"));
        Path trace = temporary.resolve("hook-ran");
        for (String hook : List.of("post-checkout", "pre-receive", "update", "post-receive", "reference-transaction")) {
            Path file = Files.createDirectories(upstream.path().resolve(".git/hooks"))
                    .resolve(hook);
            Files.writeString(file, "#!/bin/sh\ntouch " + trace + "\n");
            file.toFile().setExecutable(true);
        }
        Mirror mirror = repositories.open(upstream.url());
        mirror.head("");
        try (Worktree worktree = mirror.worktree(sha)) {
            Files.writeString(worktree.path().resolve("a.txt"), "b\n");
            String head = worktree.commit(List.of("a.txt"), MirrorIT.META);
            assertThat(mirror.push(head, "sluice/x", null)).isEqualTo(new PushResult.Pushed(head));
        }
        assertThat(trace).doesNotExist();
    }

    @Test
    void handsTheTokenToGitThroughItsEnvironment() throws IOException {
        GitEnvironment environment = new GitEnvironment(
                temporary, url -> java.util.Optional.of(new Credentials.Token("x-access-token", "s3cret")));

        assertThat(environment.remote("https://example.org/a.git"))
                .containsEntry("GIT_CONFIG_KEY_0", "http.https://example.org/a.git.extraHeader");
        assertThat(environment.remote("/a/path")).doesNotContainKey("GIT_CONFIG_KEY_0");
        assertThat(new Credentials.Token("u", "s3cret").toString()).doesNotContain("s3cret");
    }

    private RepositoryUnavailable refusal(String url) {
        return catchThrowableOfType(RepositoryUnavailable.class, () -> repositories.open(url));
    }

    private static HttpServer serverAnswering401(AtomicReference<String> seen) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.set(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
