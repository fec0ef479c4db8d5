package dev.sluice.models.gateway;

import dev.sluice.messaging.Control;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.Question;
import dev.sluice.models.trace.Paid;
import dev.sluice.models.trace.Try;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries the routes of a role in order until one answers. */
final class Router {

    /** What came of trying all routes. */
    sealed interface Outcome {

        /** A route answered. */
        record Replied(Paid paid) implements Outcome {}

        /** Every provider is paused. */
        record Paused(List<Try> tries) implements Outcome {}

        /** No route answered usably; {@code failure} is the last one that was asked. */
        record Failed(List<Try> tries, Route route, ProviderFailure failure, List<String> reasons, long startedMillis)
                implements Outcome {}
    }

    private final Control control;

    Router(Control control) {
        this.control = control;
    }

    Outcome ask(List<Route> routes, Question question, Deadline deadline) {
        List<Try> tries = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Outcome.@Nullable Failed failed = null;
        long started = System.currentTimeMillis();
        for (int i = 0; i < routes.size() && !(deadline.over() && failed != null); i++) {
            Route route = routes.get(i);
            if (control.paused("provider:" + route.provider())) {
                tries.add(new Try(route.provider(), route.model(), "PAUSED", 0));
                reasons.add(route.name() + ": provider " + route.provider() + " is paused.");
                continue;
            }
            String breakerState = route.breakerState();
            try {
                ProviderReply reply = route.ask(question, deadline, i == routes.size() - 1, tries);
                return new Outcome.Replied(paid(route, reply, tries, reasons, breakerState, started));
            } catch (ProviderFailure failure) {
                reasons.add(route.name() + ": " + failure.getMessage());
                failed = new Outcome.Failed(tries, route, failure, reasons, started);
            }
        }
        return failed == null ? new Outcome.Paused(tries) : failed;
    }

    private static Paid paid(
            Route route,
            ProviderReply reply,
            List<Try> tries,
            List<String> reasons,
            String breakerState,
            long started) {
        return new Paid(
                reply.text(),
                route.provider(),
                route.system(),
                route.model(),
                reply.model(),
                reply.finishReason(),
                reply.usage(),
                List.copyOf(tries),
                reasons.isEmpty() ? null : String.join(" ", reasons),
                breakerState,
                started,
                System.currentTimeMillis());
    }
}
