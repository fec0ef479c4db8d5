package dev.sluice.planner.domain;

import java.util.Arrays;
import java.util.List;

/** Requirements, stories and plans for tests. */
public final class Samples {

    public static final Repository REPOSITORY = new Repository("https://example.org/shop.git", "main");
    public static final Party ASKER = new Party("ada", Party.Kind.PERSON, "Ada");
    public static final Party BOSS = new Party("bo", Party.Kind.PERSON, null);

    private Samples() {}

    public static Requirement epic(String body) {
        return requirement(Requirement.Kind.EPIC, "Discounts", body);
    }

    public static Requirement requirement(Requirement.Kind kind, String title, String body, String... criteria) {
        return new Requirement("req-1", kind, title, body, List.of(criteria), REPOSITORY, ASKER);
    }

    public static Story story(String key, String... dependsOn) {
        return new Story(
                key,
                "Title of " + key,
                "Description.",
                List.of("It works."),
                "",
                Arrays.asList(dependsOn),
                List.of(),
                0.5);
    }

    public static ProposedPlan plan(int revision, Story... stories) {
        return new ProposedPlan(revision, true, true, List.of(stories), REPOSITORY, ASKER);
    }

    public static Fact.Decided decided(int revision, PlanDecision.Verdict verdict) {
        return new Fact.Decided(new PlanDecision(revision, verdict, BOSS, "because"));
    }
}
