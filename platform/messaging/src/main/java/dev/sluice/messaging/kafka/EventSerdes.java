package dev.sluice.messaging.kafka;

import dev.sluice.messaging.MessagingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Makes the value serdes that a vendor's configuration file names. No class of ours knows a vendor. */
public final class EventSerdes {

    private final Properties configuration;
    private final String registryUrl;

    private EventSerdes(Properties configuration, String registryUrl) {
        this.configuration = configuration;
        this.registryUrl = registryUrl;
    }

    public static EventSerdes of(MessagingSettings settings) {
        TrustedTypes.declare();
        String file = "/dev/sluice/messaging/serde-" + settings.serde() + ".properties";
        try (InputStream in = EventSerdes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "sluice.registry.serde=" + settings.serde() + " is unknown: use apicurio or confluent");
            }
            Properties configuration = new Properties();
            configuration.load(in);
            return new EventSerdes(configuration, settings.registryUrl());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    /** A new serializer of values; it may be used by several threads. */
    @SuppressWarnings("unchecked") // the class is named by configuration
    public Serializer<Object> serializer() {
        Serializer<Object> vendor = (Serializer<Object>) create("serializer");
        vendor.configure(settings(), false);
        FirstCall<String> first = new FirstCall<>();
        return new EventEncoder(new Serializer<>() {
            @Override
            public byte[] serialize(String topic, Object event) {
                return first.of(topic, () -> vendor.serialize(topic, event));
            }

            @Override
            public void close() {
                vendor.close();
            }
        });
    }

    /**
     * A new deserializer of values that are at least a byte and a schema id long, into generic data: {@link EventDecoder}
     * learns schemas from it.
     */
    @SuppressWarnings("unchecked")
    public Deserializer<Object> deserializer() {
        Deserializer<Object> vendor = (Deserializer<Object>) create("deserializer");
        vendor.configure(settings(), false);
        FirstCall<Integer> first = new FirstCall<>();
        return new Deserializer<>() {
            @Override
            public Object deserialize(String topic, byte[] value) {
                int schemaId = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
                return first.of(schemaId, () -> vendor.deserialize(topic, value));
            }

            @Override
            public void close() {
                vendor.close();
            }
        };
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        for (String name : configuration.stringPropertyNames()) {
            if (name.startsWith("setting.")) {
                String value = configuration.getProperty(name).replace("${url}", registryUrl);
                settings.put(name.substring("setting.".length()), value);
            }
        }
        return settings;
    }

    private Object create(String which) {
        String type = configuration.getProperty(which);
        try {
            return Class.forName(type).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The " + which + " " + type + " is not on the class path. For Confluent's, build with -Pconfluent.",
                    e);
        }
    }
}
