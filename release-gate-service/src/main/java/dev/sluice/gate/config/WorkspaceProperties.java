package dev.sluice.gate.config;

import dev.sluice.workspace.git.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where repositories are kept and what opens them.
 *
 * @param directory mirrors; can be deleted while the service is down
 * @param credentials tokens for https hosts
 */
@ConfigurationProperties("sluice.workspace")
public record WorkspaceProperties(
        Path directory, @DefaultValue List<HostToken> credentials) {

    /** A token for one https host. */
    public record HostToken(
            String host, @DefaultValue("x-access-token") String user, String secret) {
        @Override
        public String toString() {
            return "HostToken[host=" + host + ", user=" + user + ", secret=***]";
        }
    }

    Optional<Credentials.Token> find(String url) {
        String host = URI.create(url).getHost();
        return credentials.stream()
                .filter(token -> token.host().equalsIgnoreCase(host))
                .findFirst()
                .map(token -> new Credentials.Token(token.user(), token.secret()));
    }
}
