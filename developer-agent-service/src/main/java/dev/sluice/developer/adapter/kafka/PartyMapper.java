package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.domain.Party;
import dev.sluice.developer.domain.Repository;
import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.RepositoryRef;
import org.jspecify.annotations.Nullable;

/** Actors and repositories as they occur inside events. */
final class PartyMapper {

    private PartyMapper() {}

    static Party toDomain(Actor actor) {
        return new Party(actor.getId(), Party.Kind.valueOf(actor.getKind().name()), actor.getDisplayName());
    }

    static @Nullable Party toDomainOrNull(@Nullable Actor actor) {
        return actor == null ? null : toDomain(actor);
    }

    static Actor toWire(Party party) {
        return Actor.newBuilder()
                .setId(party.id())
                .setKind(ActorKind.valueOf(party.kind().name()))
                .setDisplayName(party.displayName())
                .build();
    }

    static @Nullable Actor toWireOrNull(@Nullable Party party) {
        return party == null ? null : toWire(party);
    }

    static Repository toDomain(RepositoryRef repository) {
        return new Repository(repository.getUrl(), repository.getBaseBranch());
    }

    static RepositoryRef toWire(Repository repository) {
        return RepositoryRef.newBuilder()
                .setUrl(repository.url())
                .setBaseBranch(repository.baseBranch())
                .build();
    }
}
