package dev.sluice.messaging.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

/** The journal on Redis: one JSON document per step, which the first writer sets. While Redis is away, work waits. */
public final class RedisJournal implements Journal, AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(7);

    private final RedisClient redis;
    private final SharedPipeline pipeline;
    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RedisJournal(RedisClient redis) {
        this.redis = redis;
        this.pipeline = new SharedPipeline(redis);
    }

    /** Connects when first used, and again whenever Redis comes back. */
    public static RedisJournal open(String url) {
        URI uri = URI.create(url);
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(4);
        pool.setMaxIdle(4);
        pool.setMaxWait(Duration.ofSeconds(3));
        pool.setJmxEnabled(false);
        return new RedisJournal(RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(JedisURIHelper.getUser(uri))
                        .password(JedisURIHelper.getPassword(uri))
                        .database(JedisURIHelper.getDBIndex(uri))
                        .ssl(JedisURIHelper.isRedisSSLScheme(uri))
                        .connectionTimeoutMillis(1_000)
                        .socketTimeoutMillis(2_000)
                        .build())
                .poolConfig(pool)
                .build());
    }

    @Override
    public <T> Optional<T> find(String eventId, String step, Class<T> type) {
        String document = reach(commands -> commands.get(key(eventId, step)));
        return document == null ? Optional.empty() : Optional.of(read(document, eventId, step, type));
    }

    @Override
    public <T> T record(String eventId, String step, Class<T> type, T result) {
        String key = key(eventId, step);
        String document = write(eventId, step, type, result);
        SetParams onlyFirst = SetParams.setParams().nx().ex(KEPT.toSeconds());
        if (reach(commands -> commands.set(key, document, onlyFirst)) != null) {
            return result;
        }
        // Someone was first. Should theirs have gone meanwhile, ours stands.
        return find(eventId, step, type).orElse(result);
    }

    @Override
    public void close() {
        pipeline.close();
        redis.close();
    }

    private <T> String write(String eventId, String step, Class<T> type, T result) {
        try {
            ObjectNode document = json.createObjectNode();
            document.put("type", type.getName()).put("event", eventId).put("step", step);
            document.set("result", json.valueToTree(result));
            return json.writeValueAsString(document);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new PermanentFailure("The result of step " + step + " cannot be journaled as JSON", e);
        }
    }

    private <T> T read(String document, String eventId, String step, Class<T> type) {
        try {
            JsonNode entry = json.readTree(document);
            if (!type.getName().equals(entry.path("type").asText())) {
                throw new PermanentFailure(
                        "Step " + step + " of event " + eventId + " is journaled as "
                                + entry.path("type").asText() + ", not as " + type.getName()
                                + ". Give the step a new name if its result changed.",
                        null);
            }
            return json.treeToValue(entry.path("result"), type);
        } catch (JsonProcessingException e) {
            throw new PermanentFailure(
                    "The journaled result of step " + step + " of event " + eventId + " cannot be read as "
                            + type.getName(),
                    e);
        }
    }

    /** Keys have one length, whatever the names are. */
    private static String key(String eventId, String step) {
        try {
            byte[] name = (eventId.length() + ":" + eventId + step).getBytes(StandardCharsets.UTF_8);
            return "sluice:journal:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable String reach(Function<AbstractPipeline, Response<String>> command) {
        try {
            return pipeline.ask(command);
        } catch (JedisException e) {
            throw new TransientFailure("The journal's Redis cannot be reached: " + e.getMessage(), e);
        }
    }
}
