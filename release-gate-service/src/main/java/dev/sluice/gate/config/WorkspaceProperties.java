package dev.sluice.gate.config;

import dev.sluice.workspace.git.Credentials;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where repositories are kept and what opens them; the same names in every service that touches code.
 *
 * @param directory mirrors; may be shared by services, and deleted while none of them runs
 * @param credentials tokens for https repositories, by a name of your choice
 */
@ConfigurationProperties("sluice.workspace")
public record WorkspaceProperties(
        Path directory, @DefaultValue Map<String, Access> credentials) {

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
}
