package dev.sluice.planner.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one requirement stands, and the decider of what is due next. Pure: equal facts, equal orders; a fact that is
 * already known changes nothing; the order of facts does not matter for what is due in the end.
 *
 * @param plan latest revision proposed
 * @param decisions first decision about each revision; only that about the latest plan counts
 * @param clarifications by their id, oldest first
 * @param released revision last released, by story key
 * @param merged keys of the stories whose change landed
 * @param wanted plan last asked for, as {@code revision/answers}; empty before the first
 */
public record Roadmap(
        @Nullable Requirement requirement,
        @Nullable ProposedPlan plan,
        SortedMap<Integer, PlanDecision> decisions,
        Map<String, Clarification> clarifications,
        SortedMap<String, Integer> released,
        SortedSet<String> merged,
        String wanted) {

    public static final Roadmap EMPTY =
            new Roadmap(null, null, new TreeMap<>(), new LinkedHashMap<>(), new TreeMap<>(), new TreeSet<>(), "");

    /** A decision this far ahead of the latest plan is not about any plan of ours. */
    private static final int REVISIONS_AHEAD = 100;

    private static final int MAX_CLARIFICATIONS = 200;

    public Roadmap {
        decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
        clarifications = Collections.unmodifiableMap(new LinkedHashMap<>(clarifications));
        released = Collections.unmodifiableSortedMap(new TreeMap<>(released));
        merged = Collections.unmodifiableSortedSet(new TreeSet<>(merged));
    }

    /** Takes in a fact and says what is due because of it. */
    public Step on(Fact fact) {
        Roadmap known = switch (fact) {
            case Fact.Submitted submitted -> with(submitted.requirement());
            case Fact.Proposed proposed -> with(proposed.plan());
            case Fact.Decided decided -> with(decided.decision());
            case Fact.Asked asked ->
                with(asked.clarificationId(), new Clarification(asked.storyKey(), asked.questions(), null));
            case Fact.Answered answered ->
                with(answered.clarificationId(), new Clarification(answered.storyKey(), null, answered.answers()));
            case Fact.Merged landed -> withMerged(landed.storyKey());
        };
        return known.due();
    }

    private Step due() {
        List<Order> orders = new ArrayList<>();
        String nowWanted = wanted;
        int revision = wantedRevision();
        int answered = answers(null).size();
        String mark = revision + "/" + answered;
        if (requirement != null && revision > 0 && !mark.equals(wanted)) {
            List<Story> previous = plan == null ? List.of() : plan.stories();
            orders.add(new Order.WantPlan(
                    new PlanningTask(requirement, revision, previous, feedback(), answers(null)), answered));
            nowWanted = mark;
        }
        SortedMap<String, Integer> nowReleased = new TreeMap<>(released);
        for (Order.ReleaseStory release : releasable()) {
            orders.add(release);
            nowReleased.put(release.story().key(), release.revision());
        }
        return new Step(
                new Roadmap(requirement, plan, decisions, clarifications, nowReleased, merged, nowWanted), orders);
    }

    /** Revision of the plan that is wanted now; 0 if none is. */
    private int wantedRevision() {
        if (plan == null) {
            return 1;
        }
        if (plan.usable() && mayGo(plan)) {
            return 0;
        }
        return verdict() == PlanDecision.Verdict.REGENERATE ? plan.revision() + 1 : 0;
    }

    private List<Order.ReleaseStory> releasable() {
        if (plan == null || !plan.usable() || !mayGo(plan)) {
            return List.of();
        }
        PlanDecision decision = decisions.get(plan.revision());
        Party approvedBy = approvalNeeded(plan) && decision != null ? decision.decidedBy() : null;
        List<Order.ReleaseStory> releases = new ArrayList<>();
        for (Story story : plan.stories()) {
            List<String> answers = answers(story.key());
            int revision = 1 + answers.size();
            boolean waits = !merged.containsAll(story.dependsOn()) || merged.contains(story.key());
            if (!waits && released.getOrDefault(story.key(), 0) < revision) {
                List<String> clarifications = new ArrayList<>(answers(null));
                clarifications.addAll(answers);
                releases.add(new Order.ReleaseStory(
                        story,
                        plan.revision(),
                        revision,
                        plan.repository(),
                        plan.requestedBy(),
                        approvedBy,
                        List.copyOf(clarifications)));
            }
        }
        return releases;
    }

    private boolean mayGo(ProposedPlan proposed) {
        return !approvalNeeded(proposed) || verdict() == PlanDecision.Verdict.APPROVED;
    }

    /** Only for what a person wrote as a story can a planner say that no approval is needed. */
    private boolean approvalNeeded(ProposedPlan proposed) {
        return proposed.approvalNeeded() || requirement == null || requirement.kind() != Requirement.Kind.STORY;
    }

    private PlanDecision.@Nullable Verdict verdict() {
        PlanDecision decision = plan == null ? null : decisions.get(plan.revision());
        return decision == null ? null : decision.verdict();
    }

    private List<String> feedback() {
        return decisions.values().stream()
                .filter(decision -> decision.verdict() == PlanDecision.Verdict.REGENERATE)
                .map(PlanDecision::reason)
                .filter(Objects::nonNull)
                .filter(reason -> !reason.isBlank())
                .toList();
    }

    private List<String> answers(@Nullable String storyKey) {
        return clarifications.values().stream()
                .filter(Clarification::complete)
                .filter(clarification -> Objects.equals(clarification.storyKey(), storyKey))
                .map(Clarification::text)
                .toList();
    }

    private Roadmap with(Requirement submitted) {
        return requirement != null
                ? this
                : new Roadmap(submitted, plan, decisions, clarifications, released, merged, wanted);
    }

    private Roadmap with(ProposedPlan proposed) {
        boolean stale = plan != null && (proposed.revision() <= plan.revision() || mayGo(plan) && plan.usable());
        return stale ? this : new Roadmap(requirement, proposed, decisions, clarifications, released, merged, wanted);
    }

    private Roadmap with(PlanDecision decision) {
        int latest = plan == null ? 0 : plan.revision();
        if (decisions.containsKey(decision.planRevision()) || decision.planRevision() > latest + REVISIONS_AHEAD) {
            return this;
        }
        SortedMap<Integer, PlanDecision> more = new TreeMap<>(decisions);
        more.put(decision.planRevision(), decision);
        return new Roadmap(requirement, plan, more, clarifications, released, merged, wanted);
    }

    private Roadmap with(String clarificationId, Clarification part) {
        Clarification known = clarifications.get(clarificationId);
        if (known == null && clarifications.size() >= MAX_CLARIFICATIONS) {
            return this;
        }
        Map<String, Clarification> more = new LinkedHashMap<>(clarifications);
        more.put(clarificationId, known == null ? part : known.and(part));
        return new Roadmap(requirement, plan, decisions, more, released, merged, wanted);
    }

    private Roadmap withMerged(String storyKey) {
        SortedSet<String> more = new TreeSet<>(merged);
        more.add(storyKey);
        return new Roadmap(requirement, plan, decisions, clarifications, released, more, wanted);
    }
}
