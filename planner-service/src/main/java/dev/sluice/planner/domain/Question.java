package dev.sluice.planner.domain;

import java.util.List;

/** A question to people, with possible answers; any other answer is allowed too. */
public record Question(String text, List<String> options) {

    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A question needs words");
        }
        options = List.copyOf(options);
    }
}
