package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.RepositoryRef;
import dev.sluice.planner.domain.Party;
import dev.sluice.planner.domain.Repository;

/** Parties and repositories between the wire and the domain. */
final class PartyMapper {

    private PartyMapper() {}

    static Party toDomain(Actor actor) {
        return new Party(actor.getId(), Party.Kind.valueOf(actor.getKind().name()), actor.getDisplayName());
    }

    static Actor toEvent(Party party) {
        return Actor.newBuilder()
                .setId(party.id())
                .setKind(ActorKind.valueOf(party.kind().name()))
                .setDisplayName(party.displayName())
                .build();
    }

    static Repository toDomain(RepositoryRef repository) {
        return new Repository(repository.getUrl(), repository.getBaseBranch());
    }

    static RepositoryRef toEvent(Repository repository) {
        return new RepositoryRef(repository.url(), repository.baseBranch());
    }
}
