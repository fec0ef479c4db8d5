package dev.sluice.messaging.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Registers each topic's value schema as subject {@code <topic>-value}, through the interface that both Apicurio and
 * Confluent registries offer. Registering what is registered already changes nothing.
 */
public final class SchemaRegistration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";

    private SchemaRegistration() {}

    /**
     * Registers all topics' schemas, FULL_TRANSITIVE.
     *
     * @throws PermanentFailure if the registry refuses one, for example because it is not compatible
     * @throws TransientFailure if the registry does not answer
     */
    public static void registerAll(MessagingSettings settings) {
        String base = confluentBase(settings.registryUrl());
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Stream<Future<?>> started =
                    Topics.all().stream().<Future<?>>map(topic -> threads.submit(() -> register(http, base, topic)));
            for (Future<?> one : started.toList()) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PermanentFailure || e.getCause() instanceof TransientFailure) {
                throw (RuntimeException) e.getCause();
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while registering schemas", e);
        }
    }

    /** The schema as people and other languages should see it: without hints for Java. */
    public static String plainSchema(Topic<?> topic) {
        try {
            JsonNode schema = JSON.readTree(topic.schema().toString());
            return JSON.writeValueAsString(plain(schema));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void register(HttpClient http, String base, Topic<?> topic) {
        String subject = topic.name() + "-value";
        ObjectNode schema =
                JSON.createObjectNode().put("schema", plainSchema(topic)).put("schemaType", "AVRO");
        send(http, "POST", URI.create(base + "/subjects/" + subject + "/versions"), schema);
        ObjectNode level = JSON.createObjectNode().put("compatibility", "FULL_TRANSITIVE");
        send(http, "PUT", URI.create(base + "/config/" + subject), level);
    }

    private static void send(HttpClient http, String method, URI uri, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", TYPE)
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new TransientFailure(method + " " + uri + " answered " + answer.statusCode(), null);
            }
            if (answer.statusCode() != 200) {
                throw new PermanentFailure(
                        "The registry refused " + method + " " + uri + " with " + answer.statusCode() + ": "
                                + answer.body(),
                        null);
            }
        } catch (IOException e) {
            throw new TransientFailure("The registry at " + uri + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while registering schemas", e);
        }
    }

    /** Apicurio offers the common interface beside its own; a Confluent registry is at its root. */
    static String confluentBase(String registryUrl) {
        String url = registryUrl.endsWith("/") ? registryUrl.substring(0, registryUrl.length() - 1) : registryUrl;
        return url.replaceFirst("/apis/registry/v[0-9]+$", "/apis/ccompat/v7");
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("avro.java.string");
            if (object.size() == 1
                    && object.path("type").isTextual()
                    && object.path("type").asText().equals("string")) {
                return object.get("type");
            }
            object.fieldNames().forEachRemaining(name -> object.set(name, plain(object.get(name))));
        } else if (node.isArray()) {
            var array = (com.fasterxml.jackson.databind.node.ArrayNode) node;
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plain(array.get(i)));
            }
        }
        return node;
    }
}
