package dev.sluice.models.gateway;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.models.ModelGateway;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.UnreadableReply;
import dev.sluice.models.trace.Call;
import dev.sluice.models.trace.CallObserver;
import dev.sluice.models.trace.Paid;
import dev.sluice.models.trace.SecretRedactor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The door: control, journal, routes, reply checks with one repair round, trace. Each paid reply is a step of its own in
 * the journal, so that neither the question nor its repair is paid twice.
 */
final class GuardedGateway implements ModelGateway {

    private final Routes routes;
    private final Router router;
    private final Journal journal;
    private final Control control;
    private final CallObserver observer;
    private final Endings endings;
    private final Function<ModelRole, Duration> limits;

    GuardedGateway(
            Routes routes,
            Journal journal,
            Control control,
            CallObserver observer,
            SecretRedactor redactor,
            Function<ModelRole, Duration> limits) {
        this.routes = routes;
        this.router = new Router(control);
        this.journal = journal;
        this.control = control;
        this.observer = observer;
        this.endings = new Endings(redactor);
        this.limits = limits;
    }

    /** What one round came to. */
    private sealed interface Result<T> {

        /** The request has its outcome. */
        record Over<T>(ModelReply<T> reply) implements Result<T> {}

        /** A model answered, but not readably. */
        record Unreadable<T>(Paid paid, String problem) implements Result<T> {}
    }

    @Override
    public <T> ModelReply<T> complete(ModelRequest<T> request) {
        Deadline deadline = Deadline.in(limits.apply(request.role()));
        return switch (ask(request, Round.first(request), deadline)) {
            case Result.Over<T> over -> over.reply();
            case Result.Unreadable<T> first -> repaired(request, first, deadline);
        };
    }

    private <T> ModelReply<T> repaired(ModelRequest<T> request, Result.Unreadable<T> first, Deadline deadline) {
        Round round = Round.repair(request, first.paid().text(), first.problem());
        return switch (ask(request, round, deadline)) {
            case Result.Unreadable<T> second -> endings.unreadable(second.paid(), second.problem());
            case Result.Over<T> over ->
                switch (over.reply()) {
                    case ModelReply.Unavailable<T> away ->
                        endings.unreadable(
                                first.paid(), first.problem() + " Putting it right failed too: " + away.reason());
                    case ModelReply.Answered<T> answered -> answered;
                    case ModelReply.Refused<T> refused -> refused;
                    case ModelReply.Invalid<T> invalid -> invalid;
                };
        };
    }

    private <T> Result<T> ask(ModelRequest<T> request, Round round, Deadline deadline) {
        if (control.paused("all")) {
            return over(request, round, endings.allPaused());
        }
        Optional<Paid> known = journal.find(request.causeEventId(), round.journalStep(), Paid.class);
        if (known.isPresent()) {
            return read(request, round, known.get(), true);
        }
        List<Route> candidates = routes.of(request.role());
        if (candidates.isEmpty()) {
            return over(request, round, endings.noRoute(request.role()));
        }
        return switch (router.ask(candidates, round.question(), deadline)) {
            case Router.Outcome.Replied replied -> journaled(request, round, replied.paid());
            case Router.Outcome.Paused paused -> over(request, round, endings.providersPaused(request.role(), paused));
            case Router.Outcome.Failed failed -> over(request, round, endings.failed(request.role(), failed));
        };
    }

    private <T> Result<T> journaled(ModelRequest<T> request, Round round, Paid paid) {
        Paid onRecord;
        try {
            onRecord = journal.record(request.causeEventId(), round.journalStep(), Paid.class, paid);
        } catch (TransientFailure e) {
            // The reply is lost to the retry, but it was paid for: its trace must say so.
            read(request, round, paid, false);
            throw e;
        }
        Result<T> mine = read(request, round, paid, false);
        // Another process may have had the same event in work; all go on with the reply that was first.
        return onRecord.text().equals(paid.text()) ? mine : read(request, round, onRecord, true);
    }

    private <T> Result<T> read(ModelRequest<T> request, Round round, Paid paid, boolean journaled) {
        Result<T> result;
        String problem = null;
        try {
            T value = request.reader().read(paid.text());
            result = new Result.Over<>(new ModelReply.Answered<>(value, paid.text(), paid.route()));
        } catch (UnreadableReply e) {
            problem = String.valueOf(e.getMessage());
            result = new Result.Unreadable<>(paid, problem);
        } catch (RuntimeException e) {
            // Replies are untrusted: what a reader stumbles over is taken to be the reply's fault.
            problem = "It could not be read: " + e;
            result = new Result.Unreadable<>(paid, problem);
        }
        observer.over(Call.replied(request, round.question(), round.step(), paid, journaled, problem));
        return result;
    }

    private <T> Result<T> over(ModelRequest<T> request, Round round, Endings.Ending ending) {
        observer.over(ending.call(request, round));
        return new Result.Over<>(ending.reply());
    }
}
