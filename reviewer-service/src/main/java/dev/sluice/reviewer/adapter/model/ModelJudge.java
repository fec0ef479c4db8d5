package dev.sluice.reviewer.adapter.model;

import dev.sluice.messaging.Delivery;
import dev.sluice.models.ModelGateway;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.Prompt;
import dev.sluice.reviewer.application.Judge;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Opinion;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.reviewer.domain.Story;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks through the model gateway, each role its own route. */
public final class ModelJudge implements Judge {

    private final ModelGateway gateway;

    public ModelJudge(ModelGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Answer judge(Role role, Candidate candidate, Patch patch, @Nullable Proofs proofs, Delivery cause) {
        Prompt prompt = ReviewPrompts.of(role, candidate, patch, proofs);
        Story story = candidate.story();
        ModelReply<Opinion> reply = gateway.complete(new ModelRequest<>(
                ModelRole.valueOf(role.name()),
                cause.eventId(),
                "review-" + role.key(),
                story == null ? candidate.storyId() : story.key(),
                prompt,
                OpinionReply::read,
                labels(candidate, cause)));
        return switch (reply) {
            case ModelReply.Answered<Opinion>(Opinion opinion, String text, String model) ->
                new Answer.Thinks(opinion, model, prompt.version());
            case ModelReply.Refused<Opinion>(String reason, String advice) ->
                new Answer.Silent("The model was not asked: " + reason + " " + advice, null);
            case ModelReply.Unavailable<Opinion>(String reason, String advice) ->
                new Answer.Silent("No model answered: " + reason + " " + advice, null);
            case ModelReply.Invalid<Opinion>(String reason, String advice, String text, String model) ->
                new Answer.Silent("The model's answer could not be used: " + reason + " " + advice, model);
        };
    }

    private static Map<String, String> labels(Candidate candidate, Delivery cause) {
        Map<String, String> labels = new HashMap<>();
        labels.put("requirementId", candidate.requirementId());
        labels.put("storyId", candidate.storyId());
        labels.put("changeId", candidate.changeId());
        labels.put("repository", candidate.repositoryUrl());
        labels.put("revision", candidate.headSha());
        if (cause.traceparent() != null) {
            labels.put("traceparent", cause.traceparent());
        }
        return labels;
    }
}
