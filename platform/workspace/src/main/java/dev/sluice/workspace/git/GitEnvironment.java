package dev.sluice.workspace.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment of every git process: nothing inherited but what reaching a remote needs, no system or user
 * configuration, no hooks, no prompts. Our own configuration file stands in for the user's, because git forgets
 * configuration given by environment when it talks to a repository on this machine.
 */
final class GitEnvironment {

    private static final List<String> PASSED_ON = List.of(
            "PATH",
            "HOME",
            "SSH_AUTH_SOCK",
            "https_proxy",
            "HTTPS_PROXY",
            "http_proxy",
            "no_proxy",
            "NO_PROXY",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "GIT_SSL_CAINFO");

    private static final String CONFIG = """
            [core]
            \thooksPath = /dev/null
            \tquotePath = false
            \tautocrlf = false
            \tprotectHFS = true
            \tprotectNTFS = true
            \tfsmonitor = false
            [safe]
            \tdirectory = *
            [protocol "ext"]
            \tallow = never
            [protocol "file"]
            \tallow = always
            [gc]
            \tauto = 0
            [maintenance]
            \tauto = false
            [receive]
            \tautogc = false
            [fetch]
            \trecurseSubmodules = false
            \tunpackLimit = 1000
            [submodule]
            \trecurse = false
            [credential]
            \thelper =
            [init]
            \tdefaultBranch = main
            [merge]
            \tconflictStyle = merge
            """;

    private final Map<String, String> base = new LinkedHashMap<>();
    private final Credentials credentials;

    GitEnvironment(Path root, Credentials credentials) throws IOException {
        this.credentials = credentials;
        Path config = root.resolve("gitconfig");
        if (!Files.exists(config) || !Files.readString(config).equals(CONFIG)) {
            Path draft = Files.createTempFile(root, "gitconfig", null);
            Files.writeString(draft, CONFIG);
            Files.move(draft, config, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        PASSED_ON.forEach(name -> {
            String value = System.getenv(name);
            if (value != null) {
                base.put(name, value);
            }
        });
        base.putIfAbsent("PATH", "/usr/local/bin:/usr/bin:/bin");
        base.put("LC_ALL", "C.UTF-8");
        base.put("TZ", "UTC");
        base.put("GIT_CONFIG_NOSYSTEM", "1");
        base.put("GIT_CONFIG_GLOBAL", config.toString());
        base.put("GIT_ATTR_NOSYSTEM", "1");
        base.put("GIT_TERMINAL_PROMPT", "0");
        base.put("GIT_ASKPASS", "/bin/false");
        base.put("SSH_ASKPASS", "/bin/false");
        base.put("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oConnectTimeout=20");
        base.put("GIT_OPTIONAL_LOCKS", "0");
        base.put("GIT_LITERAL_PATHSPECS", "1");
        base.put("GIT_NO_REPLACE_OBJECTS", "1");
        base.put("GIT_ALLOW_PROTOCOL", "file:http:https:ssh");
    }

    Map<String, String> local() {
        return base;
    }

    Map<String, String> remote(String url) {
        Map<String, String> environment = new LinkedHashMap<>(base);
        if (url.startsWith("https://")) {
            credentials.find(url).ifPresent(token -> {
                String basic = Base64.getEncoder()
                        .encodeToString((token.user() + ":" + token.secret()).getBytes(StandardCharsets.UTF_8));
                environment.put("GIT_CONFIG_COUNT", "1");
                environment.put("GIT_CONFIG_KEY_0", "http." + url + ".extraHeader");
                environment.put("GIT_CONFIG_VALUE_0", "Authorization: Basic " + basic);
            });
        }
        return environment;
    }
}
