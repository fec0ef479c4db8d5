package dev.sluice.quickstart.stack;

import dev.sluice.embedded.EmbeddedParts;
import dev.sluice.embedded.EmbeddedParts.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;

/** Kafka, registry, Redis, PostgreSQL and the six services on this machine, with their data in one directory. */
public final class EmbeddedStack implements AutoCloseable {

    private static final int STARTED_AT_ONCE = 3;

    private final EmbeddedParts parts;
    private final ConcurrentLinkedQueue<ConfigurableApplicationContext> services = new ConcurrentLinkedQueue<>();
    private final Addresses addresses;
    private final Map<String, String> settings;

    private EmbeddedStack(EmbeddedParts parts, Addresses addresses, Map<String, String> settings) {
        this.parts = parts;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** Told of each part and service as it becomes ready. */
    @FunctionalInterface
    public interface Progress {
        void ready(String what, Duration elapsed);
    }

    /** Starts what is planned and returns when it is ready. */
    public static EmbeddedStack start(StackPlan plan, Progress progress) {
        long begun = System.nanoTime();
        Path home = directory(plan.data());
        StackLog.into(home.resolve("sluice.log"));
        boolean anyPorts = plan.consolePort() == 0;
        EmbeddedParts parts =
                EmbeddedParts.in(home, anyPorts ? PortPlan.any() : usualPorts()).start(progress::ready);
        try {
            PlatformSetup.run(parts);
            Addresses addresses = new Addresses(
                    "http://127.0.0.1:" + (anyPorts ? FreePort.find() : plan.consolePort()),
                    parts.kafka().bootstrapServers(),
                    parts.registry().url(),
                    parts.redis().url(),
                    parts.postgres().jdbcUrl());
            EmbeddedStack stack = new EmbeddedStack(parts, addresses, settings(addresses, home, plan.settings()));
            stack.startServices(plan, begun, progress);
            addresses.write(home);
            return stack;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Where everything is. */
    public Addresses addresses() {
        return addresses;
    }

    /** The parts, for tests that stop one of them. */
    EmbeddedParts parts() {
        return parts;
    }

    /** Settings that every service of this stack gets, here or as a process of its own. */
    Map<String, String> settings() {
        return settings;
    }

    @Override
    public void close() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(service -> threads.execute(service::close));
        }
        parts.close();
    }

    private void startServices(StackPlan plan, long begun, Progress progress) {
        List<Future<?>> starting = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(STARTED_AT_ONCE)) {
            for (Service service : plan.services()) {
                starting.add(threads.submit(() -> {
                    services.add(ServiceLauncher.start(service, port(service, plan), settings, plan.replacements()));
                    progress.ready(service.configuration(), Duration.ofNanos(System.nanoTime() - begun));
                }));
            }
            for (Future<?> service : starting) {
                service.get();
            }
        } catch (ExecutionException e) {
            services.forEach(ConfigurableApplicationContext::close);
            throw new IllegalStateException("a service did not start: " + rootMessage(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the services were starting", e);
        }
    }

    private int port(Service service, StackPlan plan) {
        if (service == Service.CONSOLE) {
            return URI.create(addresses.console()).getPort();
        }
        return plan.consolePort() == 0 ? 0 : FreePort.preferred(service.port());
    }

    private static PortPlan usualPorts() {
        return new PortPlan(
                FreePort.preferred(9092), FreePort.preferred(8081), FreePort.preferred(6379), FreePort.preferred(5432));
    }

    private static Map<String, String> settings(Addresses addresses, Path home, Map<String, String> further) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.kafka.bootstrap-servers", addresses.kafka());
        settings.put("sluice.registry.url", addresses.registry());
        settings.put("sluice.redis.url", addresses.redis());
        settings.put("spring.datasource.url", addresses.postgres());
        settings.put("sluice.workspace.directory", home.resolve("workspace").toString());
        // Made here: two services that make it at the same moment both fail.
        settings.put(
                "sluice.streams.directory", directory(home.resolve("streams")).toString());
        settings.put("sluice.console.open-on-loopback", "true");
        settings.put("sluice.console.requester-may-approve", "true");
        settings.put("server.address", "127.0.0.1");
        settings.putAll(further);
        return settings;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static Path directory(Path data) {
        try {
            return Files.createDirectories(data).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + data + " for the stack's data", e);
        }
    }
}
