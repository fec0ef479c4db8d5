package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.gate.application.ActOnDecision;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventHandler;
import java.util.Set;

/** Hands every decision to {@link ActOnDecision}, unless people hold writes to the repository or merges. */
public final class DecisionListener implements EventHandler<ReleaseDecided> {

    private final ActOnDecision actOnDecision;
    private final int parallel;

    public DecisionListener(ActOnDecision actOnDecision, int parallel) {
        this.actOnDecision = actOnDecision;
        this.parallel = parallel;
    }

    @Override
    public Topic<ReleaseDecided> topic() {
        return Topics.RELEASE_DECIDED;
    }

    @Override
    public String group() {
        return "release-gate-service.forge";
    }

    @Override
    public int parallel() {
        return parallel;
    }

    @Override
    public Set<String> scopes(ReleaseDecided event) {
        String repository = "repository:" + event.getRepository().getUrl();
        return event.getOutcome() == ReleaseOutcome.APPROVED
                ? Set.of(repository, "forge-writes", "merges")
                : Set.of(repository, "forge-writes");
    }

    @Override
    public void on(ReleaseDecided event, Delivery delivery) {
        actOnDecision.act(DecisionMapper.toDomain(event), delivery);
    }
}
