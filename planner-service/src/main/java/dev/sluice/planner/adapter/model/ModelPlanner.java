package dev.sluice.planner.adapter.model;

import dev.sluice.models.ModelGateway;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.Prompt;
import dev.sluice.planner.application.Cause;
import dev.sluice.planner.application.PlanningModel;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;
import dev.sluice.planner.domain.Proposal.Failed;
import dev.sluice.planner.domain.Proposal.Planned;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Has a model plan. */
public final class ModelPlanner implements PlanningModel {

    private static final String AGAIN = " Then have the plan made again (verdict REGENERATE).";

    private final ModelGateway gateway;

    public ModelPlanner(ModelGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Proposal propose(PlanningTask task, Cause cause) {
        Prompt prompt = PlanPrompt.of(task);
        ModelReply<Proposal> reply = gateway.complete(new ModelRequest<>(
                ModelRole.PLANNER,
                cause.eventId(),
                "plan",
                subject(task),
                prompt,
                new PlanReplyReader(),
                labels(task, cause)));
        return switch (reply) {
            case ModelReply.Answered<Proposal> answered -> answered(answered, prompt.version());
            case ModelReply.Refused<Proposal> refused ->
                failed("The model was not asked: " + refused.reason(), refused.advice(), prompt);
            case ModelReply.Unavailable<Proposal> away ->
                failed("No model answered: " + away.reason(), away.advice(), prompt);
            case ModelReply.Invalid<Proposal> invalid ->
                failed("The model's reply is not a plan: " + invalid.reason(), invalid.advice(), prompt);
        };
    }

    private static Proposal answered(ModelReply.Answered<Proposal> answer, String promptVersion) {
        return answer.value() instanceof Planned planned
                ? new Planned(planned.plan(), answer.model(), promptVersion)
                : answer.value();
    }

    private static Proposal failed(String reason, String advice, Prompt prompt) {
        return new Failed((reason + " " + advice).strip() + AGAIN, prompt.version());
    }

    /** The requirement's title as people would name a file after it. */
    private static String subject(PlanningTask task) {
        String slug = task.requirement()
                .title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? task.requirement().id() : slug;
    }

    private static Map<String, String> labels(PlanningTask task, Cause cause) {
        Map<String, String> labels = new HashMap<>();
        labels.put("requirementId", task.requirement().id());
        labels.put("repository", task.requirement().repository().url());
        if (cause.traceparent() != null) {
            labels.put("traceparent", cause.traceparent());
        }
        return labels;
    }
}
