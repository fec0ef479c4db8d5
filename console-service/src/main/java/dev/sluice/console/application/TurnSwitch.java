package dev.sluice.console.application;

import dev.sluice.console.domain.Party;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pauses or resumes work in a scope. */
public final class TurnSwitch {

    private static final Pattern SCOPE =
            Pattern.compile("all|merges|forge-writes|(repository|provider):[^\\p{Cntrl}]{1,500}");

    private final Announcements announcements;
    private final Clock clock;

    public TurnSwitch(Announcements announcements, Clock clock) {
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Turns a switch.
     *
     * @param state PAUSED or RUNNING
     */
    public Answer<String> turn(String scope, String state, @Nullable String reason, Party by) {
        if (!SCOPE.matcher(scope).matches()) {
            return new Answer.Invalid<>(
                    "scope",
                    "must be one of " + List.of("all", "merges", "forge-writes", "repository:URL", "provider:NAME"));
        }
        if (state.equals("PAUSED") && (reason == null || reason.isBlank())) {
            return new Answer.Invalid<>("reason", "must say why work is paused, so that others know what to wait for");
        }
        announcements.controlChanged(scope, state, reason, by, clock.instant());
        return new Answer.Done<>(by.id(), true);
    }
}
