package dev.sluice.benchmarks;

import dev.sluice.benchmarks.load.RoundResult;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.consuming.EventReader;
import dev.sluice.messaging.deadletters.DeadLetter;
import dev.sluice.messaging.deadletters.DeadLetters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says what is missing after a round that was not decided in time, and how far it came. */
final class Missing {

    private static final int SHOWN = 10;

    private Missing() {}

    static void explain(
            MessagingSettings messaging, RoundResult result, Map<String, Long> unread, Consumer<String> say) {
        say.accept(result.lost().size() + " stories of round " + result.round().name() + " have no decision: "
                + first(result.lost()));
        say.accept(result.doubled().size() + " stories have more than one: " + first(result.doubled()));
        Map<String, Long> events = EventReader.open(messaging, "benchmark-missing")
                .all(Set.of(
                        Topics.STORY_PLANNED,
                        Topics.CODE_GENERATED,
                        Topics.REVIEW_COMPLETED,
                        Topics.RELEASE_DECIDED,
                        Topics.CLARIFICATION_REQUESTED))
                .stream()
                .collect(Collectors.groupingBy(event -> event.topic().name(), Collectors.counting()));
        say.accept("Events on the log: " + events);
        unread.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(group -> say.accept("Unread: " + group.getValue() + " by " + group.getKey()));
        List<DeadLetter> dead = DeadLetters.open(messaging).list(null, SHOWN);
        dead.forEach(letter -> say.accept("Dead letter: " + letter));
    }

    private static String first(List<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", ..." : "");
    }
}
