package dev.sluice.reviewer.adapter.kafka;

import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventHandler;
import dev.sluice.reviewer.application.ReviewChange;
import dev.sluice.reviewer.domain.Role;
import java.util.Set;

/** A change was written: review it in one role. Each role is a consumer group of its own. */
public record CodeGeneratedListener(Role role, ReviewChange reviewChange, int parallel)
        implements EventHandler<CodeGenerated> {

    @Override
    public Topic<CodeGenerated> topic() {
        return Topics.CODE_GENERATED;
    }

    @Override
    public String group() {
        return "reviewer-" + role.key();
    }

    @Override
    public Set<String> scopes(CodeGenerated event) {
        return Set.of("repository:" + event.getRepository().getUrl());
    }

    @Override
    public void on(CodeGenerated event, Delivery delivery) {
        if (event.getOutcome() == CodeOutcome.READY) {
            reviewChange.handle(role, CandidateMapper.toDomain(event), delivery);
        }
    }
}
