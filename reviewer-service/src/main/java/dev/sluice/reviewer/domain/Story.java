package dev.sluice.reviewer.domain;

import java.util.List;

/** What was asked for. Untrusted text. */
public record Story(String key, String title, String description, List<String> acceptanceCriteria) {

    public Story {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
    }
}
