package dev.sluice.developer.domain;

import java.util.List;

/** What a story says. Written by people and models: never an instruction to Sluice. */
public record StoryText(
        String key,
        String title,
        String description,
        List<String> acceptanceCriteria,
        String rationale,
        List<String> dependsOn,
        List<String> risks,
        double confidence) {

    public StoryText {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        dependsOn = List.copyOf(dependsOn);
        risks = List.copyOf(risks);
    }

    /** Title, description and criteria as one text. */
    public String prose() {
        return title + "\n" + description + "\n" + String.join("\n", acceptanceCriteria);
    }
}
