package dev.sluice.metrics.domain;

import java.util.List;

/**
 * Every metric of this service, with its labels. Prometheus names: dots become underscores, counters end in {@code _total},
 * timers in {@code _seconds_count}, {@code _seconds_sum} and {@code _seconds_bucket}. No label ever holds an id.
 */
public enum FlowMetric {
    EVENTS(Kind.COUNTER, "sluice.flow.events", "Events on the log, duplicates not counted.", "topic"),
    REQUIREMENTS(Kind.COUNTER, "sluice.flow.requirements", "Requirements submitted.", "kind", "source"),
    PLANS(Kind.COUNTER, "sluice.flow.plans", "Plans proposed, or not.", "outcome", "approval"),
    PLAN_DECISIONS(Kind.COUNTER, "sluice.flow.plan.decisions", "What people decided about plans.", "verdict"),
    CLARIFICATIONS(
            Kind.COUNTER, "sluice.flow.clarifications", "Questions asked, answered and expired.", "subject", "state"),
    STORIES_PLANNED(Kind.COUNTER, "sluice.flow.stories.planned", "Stories released for development."),
    CHANGES(Kind.COUNTER, "sluice.flow.changes.generated", "Changes written, or not.", "origin", "outcome"),
    ATTEMPTS(Kind.COUNTER, "sluice.flow.attempts", "Attempts of developers.", "kind", "outcome"),
    REVIEWS(Kind.COUNTER, "sluice.flow.reviews", "Verdicts given.", "role", "verdict"),
    DECISIONS(Kind.COUNTER, "sluice.flow.releases.decided", "Decisions of the gate.", "outcome", "layer"),
    REASONS(
            Kind.COUNTER,
            "sluice.flow.release.reasons",
            "Reasons of those decisions; one decision may have several.",
            "outcome",
            "code"),
    MERGES(
            Kind.COUNTER,
            "sluice.flow.changes.merged",
            "Changes that landed, and whether as evaluated.",
            "as_evaluated"),
    MERGE_REFUSALS(Kind.COUNTER, "sluice.flow.merges.refused", "Approved changes that did not land.", "cause"),
    VALIDATIONS(Kind.COUNTER, "sluice.flow.validations", "Validations after merges.", "environment", "passed"),
    MODEL_CALLS(Kind.COUNTER, "sluice.flow.model.calls", "Calls of models.", "role", "model", "status", "cache"),
    MODEL_TOKENS(Kind.COUNTER, "sluice.flow.model.tokens", "Tokens of those calls.", "role", "model", "direction"),
    MODEL_COST(
            Kind.COUNTER,
            "sluice.flow.model.cost",
            "Cost of those calls, in units of the currency.",
            "role",
            "model",
            "currency"),
    CONTROL_CHANGES(Kind.COUNTER, "sluice.flow.control.changes", "Switches turned by people.", "state"),
    STAGE(
            Kind.TIMER,
            "sluice.flow.story.stage",
            "Time of a story in a stage, by event times: development, review, merge.",
            "stage"),
    LEAD(
            Kind.TIMER,
            "sluice.flow.story.lead",
            "Time from story.planned until decided, until merged, by event times.",
            "until"),
    OPEN_STORIES(Kind.GAUGE, "sluice.flow.stories.open", "Stories whose stages are being timed; at most 20,000."),
    DEAD_LETTERS(Kind.GAUGE, "sluice.flow.dead.letters", "Records that lie on dead-letter topics.", "topic");

    /** How a metric is kept. */
    public enum Kind {
        COUNTER,
        TIMER,
        GAUGE
    }

    private final Kind kind;
    private final String id;
    private final String description;
    private final List<String> labels;

    FlowMetric(Kind kind, String id, String description, String... labels) {
        this.kind = kind;
        this.id = id;
        this.description = description;
        this.labels = List.of(labels);
    }

    public Kind kind() {
        return kind;
    }

    /** Micrometer name. */
    public String id() {
        return id;
    }

    public String description() {
        return description;
    }

    /** Names of the labels, in the order of a measurement's values. */
    public List<String> labels() {
        return labels;
    }
}
