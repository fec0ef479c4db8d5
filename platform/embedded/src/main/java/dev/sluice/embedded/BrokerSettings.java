package dev.sluice.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a broker that shares one machine, and one heap, with everything else. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final int MEBIBYTE = 1024 * 1024;

    private BrokerSettings() {}

    static Map<String, String> of(Path folder, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("log.dirs", folder.toString());
        String broker = "PLAINTEXT://" + Ports.LOOPBACK + ":" + port;
        settings.put("listeners", broker + "," + CONTROLLER + "://" + Ports.LOOPBACK + ":" + controllerPort);
        settings.put("advertised.listeners", broker);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE_ID + "@" + Ports.LOOPBACK + ":" + controllerPort);
        settings.put("auto.create.topics.enable", "false");
        alone(settings);
        small(settings);
        return settings;
    }

    /** One broker: nothing to replicate to, nothing to wait for. */
    private static void alone(Map<String, String> settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("controlled.shutdown.enable", "true");
        settings.put("broker.heartbeat.interval.ms", "500");
        // How long a broker that was killed is waited for when it starts again.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("controller.quorum.election.timeout.ms", "500");
        settings.put("controller.quorum.election.backoff.max.ms", "200");
    }

    private static void small(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "3");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * MEBIBYTE));
        settings.put("log.segment.bytes", String.valueOf(64 * MEBIBYTE));
        settings.put("log.index.size.max.bytes", String.valueOf(MEBIBYTE));
        settings.put("log.retention.ms", "-1");
        settings.put("socket.send.buffer.bytes", "-1");
        settings.put("socket.receive.buffer.bytes", "-1");
        settings.put("message.max.bytes", String.valueOf(8 * MEBIBYTE));
        settings.put("replica.fetch.max.bytes", String.valueOf(8 * MEBIBYTE));
        settings.put("metadata.log.max.record.bytes.between.snapshots", String.valueOf(4 * MEBIBYTE));
        settings.put("delete.topic.enable", "true");
    }
}
