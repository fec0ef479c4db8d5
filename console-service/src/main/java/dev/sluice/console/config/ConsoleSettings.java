package dev.sluice.console.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the console.
 *
 * @param token admin token for the API; without it only loopback access can open the console
 * @param tokenUser who holds that token
 * @param openOnLoopback whether requests from this machine to localhost need no token
 * @param user who such requests come from when they do not say
 * @param requesterMayApprove whether people may approve what they asked for
 * @param rebuild whether to drop the projection at start and read the log again
 * @param group consumer group; consoles that share a database share it
 * @param maxBody largest body of a request
 */
@ConfigurationProperties("sluice.console")
public record ConsoleSettings(
        @Nullable String token,
        @DefaultValue("admin") String tokenUser,
        @DefaultValue("false") boolean openOnLoopback,
        @DefaultValue("local") String user,
        @DefaultValue("false") boolean requesterMayApprove,
        @DefaultValue("false") boolean rebuild,
        @DefaultValue("console-service") String group,
        @DefaultValue("1MB") DataSize maxBody) {

    @Override
    public String toString() {
        return "ConsoleSettings[token=" + (token == null ? "none" : "set") + ", openOnLoopback=" + openOnLoopback + "]";
    }
}
