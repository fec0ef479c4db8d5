package dev.sluice.gate.config;

import dev.sluice.gate.adapter.kafka.GateSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gate.
 *
 * @param parallel decisions that may be acted upon at once
 * @param tick how often deadlines are looked at
 * @param quiet how long after a start no old event may have come before a deadline counts
 * @param retention how long a decided change is remembered, and how long a verdict waits for its change
 * @param keep disk, or memory for a small footprint
 */
@ConfigurationProperties("sluice.gate")
public record GateProperties(
        @DefaultValue("16") int parallel,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("15s") Duration quiet,
        @DefaultValue("7d") Duration retention,
        @DefaultValue("disk") GateSettings.Keep keep) {}
