package dev.sluice.planner.domain;

import java.util.List;

/** What a requirement's roadmap is after a fact, and what is due because of it. */
public record Step(Roadmap roadmap, List<Order> orders) {

    public Step {
        orders = List.copyOf(orders);
    }
}
