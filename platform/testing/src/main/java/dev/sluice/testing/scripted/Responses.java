package dev.sluice.testing.scripted;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Writes one response, or fails to as the script demands. */
final class Responses {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpExchange exchange;

    Responses(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void give(Answer answer, Asked request) throws IOException {
        switch (answer) {
            case Answer.Reply reply -> send(200, completion(reply, request));
            case Answer.Raw raw -> {
                raw.headers().forEach(exchange.getResponseHeaders()::set);
                send(raw.status(), raw.body().getBytes(StandardCharsets.UTF_8));
            }
            case Answer.Truncated truncated ->
                sendHalf(completion(new Answer.Reply(truncated.text(), "stop", 1, 1), request));
            case Answer.Reset reset -> exchange.close();
            case Answer.Never never -> waitForEver();
            case Answer.Delayed delayed -> {
                pause(delayed);
                give(delayed.then(), request);
            }
        }
    }

    void error(int status, String message) throws IOException {
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("message", message).put("type", "scripted_server");
        send(status, JSON.writeValueAsBytes(error));
    }

    private void send(int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void sendHalf(byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private static byte[] completion(Answer.Reply reply, Asked request) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", "chatcmpl-" + UUID.randomUUID())
                .put("object", "chat.completion")
                .put("created", request.at().getEpochSecond())
                .put("model", request.model());
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", reply.finishReason());
        choice.putObject("message").put("role", "assistant").put("content", reply.text());
        root.putObject("usage")
                .put("prompt_tokens", reply.inputTokens())
                .put("completion_tokens", reply.outputTokens())
                .put("total_tokens", reply.inputTokens() + reply.outputTokens());
        return JSON.writeValueAsBytes(root);
    }

    private static void pause(Answer.Delayed delayed) {
        try {
            Thread.sleep(delayed.pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
