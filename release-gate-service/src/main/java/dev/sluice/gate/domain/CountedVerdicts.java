package dev.sluice.gate.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verdicts that count for a change: the first of each automatic role, the last of each person. */
final class CountedVerdicts {

    private final Map<Role, RoleVerdict> automatic = new EnumMap<>(Role.class);
    private final Map<String, RoleVerdict> people = new LinkedHashMap<>();
    private final List<RoleVerdict> others = new ArrayList<>();

    CountedVerdicts(Change change, List<RoleVerdict> verdicts) {
        for (RoleVerdict verdict : verdicts) {
            if (!verdict.countsFor(change)) {
                others.add(verdict);
            } else if (verdict.role() == Role.HUMAN) {
                people.put(verdict.reviewer(), verdict);
            } else {
                automatic.putIfAbsent(verdict.role(), verdict);
            }
        }
    }

    @Nullable
    RoleVerdict of(Role role) {
        return automatic.get(role);
    }

    Collection<RoleVerdict> people() {
        return people.values();
    }

    /** Verdicts about other commits, or from a party that may not hold the role. */
    List<RoleVerdict> others() {
        return others;
    }

    boolean complete() {
        return automatic.size() == Role.AUTOMATIC.size();
    }

    List<RoleVerdict> all() {
        return Stream.concat(automatic.values().stream(), people.values().stream())
                .toList();
    }

    /** The highest layer that anybody computed; 3 while the policy role, whose task that is, has not. */
    int layer() {
        RoleVerdict policy = automatic.get(Role.POLICY);
        return policy == null || policy.facts() == null
                ? 3
                : facts().mapToInt(Facts::layer).max().orElse(3);
    }

    Stream<Facts> facts() {
        return automatic.values().stream().map(RoleVerdict::facts).filter(Objects::nonNull);
    }

    @Nullable
    PolicyInForce policy() {
        RoleVerdict verdict = automatic.get(Role.POLICY);
        return verdict == null ? null : verdict.policy();
    }

    /** Every merge result that was judged; one, if all judged the same. */
    Set<String> mergeTrees() {
        return automatic.values().stream()
                .map(RoleVerdict::mergeTree)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
