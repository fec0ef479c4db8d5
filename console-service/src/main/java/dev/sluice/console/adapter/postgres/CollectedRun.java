package dev.sluice.console.adapter.postgres;

import dev.sluice.console.domain.ChangeFacts;
import dev.sluice.console.domain.PlanFacts;
import dev.sluice.console.domain.RunFacts;
import dev.sluice.console.domain.StoryFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one run. Rows may come without the ones they belong to: topics have no common order. */
final class CollectedRun {

    private static final class Piece {
        private final String key;
        private String title;
        private List<String> dependsOn = List.of();
        private boolean planned;
        private @Nullable String question;
        private final List<ChangeFacts> changes = new ArrayList<>();

        private Piece(String key) {
            this.key = key;
            this.title = key;
        }
    }

    private final String id;
    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final Map<String, String> storyOfChange = new LinkedHashMap<>();
    private final Map<String, String> questions = new LinkedHashMap<>();
    private @Nullable PlanFacts plan;
    private @Nullable String question;
    private @Nullable String expired;
    private boolean answered;

    CollectedRun(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void plan(PlanFacts newest) {
        plan = newest;
    }

    void proposed(String key, String title, List<String> dependsOn) {
        Piece piece = piece(id + "/" + key);
        piece.title = title;
        piece.dependsOn = dependsOn;
    }

    void planned(String storyId, String key, String title) {
        Piece piece = pieces.computeIfAbsent(storyId, s -> new Piece(key));
        piece.title = title;
        piece.planned = true;
    }

    void change(ChangeFacts change, @Nullable String title) {
        Piece piece = piece(change.storyId());
        if (title != null && piece.title.equals(piece.key)) {
            piece.title = title;
        }
        piece.changes.add(change);
        storyOfChange.put(change.changeId(), change.storyId());
    }

    /** @param end ANSWERED or EXPIRED, null while it is open */
    void clarification(String subjectId, String subjectKind, String text, @Nullable String end) {
        if (end == null) {
            if (subjectKind.equals("STORY") || subjectKind.equals("CHANGE")) {
                questions.putIfAbsent(subjectId, text);
            } else if (question == null) {
                question = text;
            }
        } else if (subjectKind.equals("REQUIREMENT")) {
            answered |= end.equals("ANSWERED");
            expired = end.equals("EXPIRED") ? text : expired;
        }
    }

    RunFacts facts() {
        questions.forEach((subject, text) -> piece(storyOfChange.getOrDefault(subject, subject)).question = text);
        List<StoryFacts> stories = new ArrayList<>();
        pieces.forEach((storyId, p) ->
                stories.add(new StoryFacts(storyId, p.key, p.dependsOn, p.planned, p.question, p.changes)));
        return new RunFacts(plan, question, expired, answered, stories);
    }

    String title(String storyId) {
        return piece(storyId).title;
    }

    private Piece piece(String storyId) {
        return pieces.computeIfAbsent(storyId, s -> new Piece(s.substring(s.lastIndexOf('/') + 1)));
    }
}
