package dev.sluice.console.config;

import dev.sluice.console.application.RecordAudit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the audit writer again and again. What it cannot do now it does the next time. */
final class AuditSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSchedule.class);
    private static final long MILLIS = 1_000;

    private final RecordAudit audit;
    private volatile ScheduledExecutorService executor;

    AuditSchedule(RecordAudit audit) {
        this.audit = audit;
        this.executor = newExecutor();
        this.executor.shutdown();
    }

    private static ScheduledExecutorService newExecutor() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("audit-writer").factory());
    }

    private void tick() {
        try {
            audit.run();
        } catch (RuntimeException e) {
            LOG.atDebug().addKeyValue("cause", String.valueOf(e.getMessage())).log("Audit entries wait");
        }
    }

    @Override
    public void start() {
        executor = newExecutor();
        var unused = executor.scheduleWithFixedDelay(this::tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !executor.isShutdown();
    }
}
