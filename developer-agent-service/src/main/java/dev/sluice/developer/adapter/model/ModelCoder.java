package dev.sluice.developer.adapter.model;

import dev.sluice.developer.application.Coder;
import dev.sluice.developer.application.CodingTask;
import dev.sluice.developer.domain.Assignment;
import dev.sluice.messaging.Delivery;
import dev.sluice.models.ModelGateway;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.Prompt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks through the model gateway: role developer for the first attempt, repair for the others. */
public final class ModelCoder implements Coder {

    private final ModelGateway gateway;

    public ModelCoder(ModelGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Reply write(CodingTask task, Delivery cause) {
        Prompt prompt = CodingPrompts.of(task);
        ModelReply<CodingReply> reply = gateway.complete(new ModelRequest<>(
                task.attempt() == 1 ? ModelRole.DEVELOPER : ModelRole.REPAIR,
                cause.eventId(),
                "attempt-" + task.attempt(),
                task.assignment().story().key(),
                prompt,
                text -> CodingReply.read(text, task.mayAsk()),
                labels(task.assignment(), cause.traceparent())));
        return switch (reply) {
            case ModelReply.Answered<CodingReply> answered -> answered(answered, prompt);
            case ModelReply.Refused<CodingReply> refused ->
                new Reply.Failed("The model was not asked: " + refused.reason() + " " + refused.advice(), null);
            case ModelReply.Unavailable<CodingReply> away ->
                new Reply.Failed("No model answered: " + away.reason() + " " + away.advice(), null);
            case ModelReply.Invalid<CodingReply> invalid ->
                new Reply.Failed(
                        "The model's answer could not be used: " + invalid.reason() + " " + invalid.advice(),
                        invalid.model());
        };
    }

    private static Reply answered(ModelReply.Answered<CodingReply> answered, Prompt prompt) {
        return switch (answered.value()) {
            case CodingReply.Edits edits -> new Reply.Edits(edits.text(), answered.model(), prompt.version());
            case CodingReply.Questions questions -> new Reply.Questions(questions.questions());
        };
    }

    private static Map<String, String> labels(Assignment assignment, @Nullable String traceparent) {
        Map<String, String> labels = new HashMap<>();
        labels.put("requirementId", assignment.requirementId());
        labels.put("storyId", assignment.storyId());
        labels.put("repository", assignment.repository().url());
        if (traceparent != null) {
            labels.put("traceparent", traceparent);
        }
        return labels;
    }
}
