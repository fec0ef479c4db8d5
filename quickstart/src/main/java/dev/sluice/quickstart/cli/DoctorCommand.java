package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.quickstart.stack.Addresses;
import dev.sluice.workspace.sandbox.SandboxChoice;
import dev.sluice.workspace.sandbox.Sandboxes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Check what Sluice needs on this machine and what it can reach, and say what to do.")
final class DoctorCommand implements Callable<Integer> {

    private static final int CONNECT_MILLIS = 2_000;
    private static final String COLOUR = "\u001b\\[[0-9;]*m";

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    /** One thing looked at. */
    private record Finding(String what, boolean good, boolean needed, String detail) {}

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("Java", true, true, Runtime.version().toString()));
        findings.add(tool("git", true, "install git: https://git-scm.com/downloads"));
        findings.add(tool("mvn", false, "needed to build Sluice and to test Maven repositories"));
        findings.add(sandbox());
        findings.add(models());
        Addresses.read(options.data)
                .ifPresentOrElse(
                        at -> findings.addAll(parts(at)),
                        () -> findings.add(new Finding(
                                "stack",
                                false,
                                false,
                                "none started with " + options.data + "; start one with `sluice up`")));
        print(findings);
        return findings.stream().allMatch(f -> f.good() || !f.needed()) ? Failure.DONE : Failure.SYSTEM;
    }

    private void print(List<Finding> findings) {
        if (options.json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            findings.forEach(f -> array.addObject()
                    .put("what", f.what())
                    .put("good", f.good())
                    .put("needed", f.needed())
                    .put("detail", f.detail()));
            options.print(array);
            return;
        }
        for (Finding f : findings) {
            System.out.printf(
                    "%-7s %-12s %s%n",
                    f.good() ? "ok" : f.needed() ? "MISSING" : "note", f.what(), Text.plain(f.detail()));
        }
    }

    private static Finding tool(String name, boolean needed, String advice) {
        try {
            Process process = new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .start();
            String first = process.inputReader().lines().findFirst().orElse("").replaceAll(COLOUR, "");
            process.waitFor(10, TimeUnit.SECONDS);
            return new Finding(name, true, needed, first);
        } catch (IOException e) {
            return new Finding(name, false, needed, "not found; " + advice);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(name, false, needed, "interrupted");
        }
    }

    private static Finding models() {
        boolean routed = System.getenv().keySet().stream().anyMatch(key -> key.startsWith("SLUICE_MODELS_ROUTES"));
        return new Finding(
                "models",
                routed,
                false,
                routed
                        ? "routes are set in the environment"
                        : "no SLUICE_MODELS_ROUTES_* is set: stories cannot be developed; `sluice up` shows an example");
    }

    private static List<Finding> parts(Addresses at) {
        return List.of(
                reach("console", URI.create(at.console())),
                reach("kafka", URI.create("kafka://" + at.kafka())),
                reach("registry", URI.create(at.registry())),
                reach("redis", URI.create(at.redis())),
                reach("postgres", URI.create(at.postgres().replaceFirst("^jdbc:", ""))));
    }

    private static Finding reach(String what, URI uri) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
            return new Finding(what, true, true, "answers at " + uri.getHost() + ":" + uri.getPort());
        } catch (IOException e) {
            return new Finding(
                    what,
                    false,
                    true,
                    "does not answer at " + uri.getHost() + ":" + uri.getPort() + "; start the stack with `sluice up`");
        }
    }

    private static Finding sandbox() {
        return switch (Sandboxes.choose(true)) {
            case SandboxChoice.Chosen chosen ->
                new Finding(
                        "sandbox",
                        true,
                        false,
                        chosen.sandbox().isolation() + ": tests run without network and secrets");
            case SandboxChoice.Refused refused ->
                new Finding(
                        "sandbox",
                        false,
                        false,
                        refused.reason() + "; tests run without isolation and the evidence says so. "
                                + refused.advice());
        };
    }
}
