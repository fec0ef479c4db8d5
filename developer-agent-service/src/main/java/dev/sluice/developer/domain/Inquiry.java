package dev.sluice.developer.domain;

import java.util.List;

/** A question with possible answers; free text is always an answer too. */
public record Inquiry(String question, List<String> options) {

    public Inquiry {
        options = List.copyOf(options);
    }
}
