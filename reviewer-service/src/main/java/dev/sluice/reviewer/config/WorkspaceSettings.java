package dev.sluice.reviewer.config;

import dev.sluice.workspace.git.Credentials;
import dev.sluice.workspace.sandbox.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where code is kept and what tests may use; the same names in every service that touches code.
 *
 * @param directory mirrors and worktrees; may be shared by services
 * @param testTime wall time of one test run
 * @param testMemory memory of one test run
 * @param testsAtOnce test runs at once in this service; 0 means as many as there are processors
 * @param credentials tokens for https repositories, by a name of your choice
 */
@ConfigurationProperties("sluice.workspace")
public record WorkspaceSettings(
        Path directory,
        @DefaultValue("5m") Duration testTime,
        @DefaultValue("3GB") DataSize testMemory,
        @DefaultValue("0") int testsAtOnce,
        @DefaultValue Map<String, Access> credentials) {

    public WorkspaceSettings {
        if (testsAtOnce <= 0) {
            testsAtOnce = Runtime.getRuntime().availableProcessors();
        }
    }

    /**
     * A token for every repository below a URL.
     *
     * @param url for example {@code https://github.com/our-company}
     * @param user for GitHub {@code x-access-token}
     */
    public record Access(
            String url, @DefaultValue("x-access-token") String user, String token) {

        private boolean covers(String repository) {
            return repository.startsWith(url.endsWith("/") ? url : url + "/");
        }

        @Override
        public String toString() {
            return "Access[url=" + url + ", user=" + user + ", token=***]";
        }
    }

    Credentials tokens() {
        return repository -> credentials.values().stream()
                .filter(access -> access.covers(repository))
                .findFirst()
                .map(access -> new Credentials.Token(access.user(), access.token()));
    }

    Limits limits() {
        Limits defaults = Limits.defaults();
        return new Limits(
                testTime, testMemory.toBytes(), defaults.processes(), defaults.outputBytes(), defaults.fileBytes());
    }
}
