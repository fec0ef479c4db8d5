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
            case ModelReply.Answered<Opinion> answered ->
                new Answer.Thinks(answered.value(), answered.model(), prompt.version());
            case ModelReply.Refused<Opinion> refused ->
                new Answer.Silent("The model was not asked: " + refused.reason() + " " + refused.advice(), null);
            case ModelReply.Unavailable<Opinion> away ->
                new Answer.Silent("No model answered: " + away.reason() + " " + away.advice(), null);
            case ModelReply.Invalid<Opinion> invalid ->
                new Answer.Silent(
                        "The model's answer could not be used: " + invalid.reason() + " " + invalid.advice(),
                        invalid.model());
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
