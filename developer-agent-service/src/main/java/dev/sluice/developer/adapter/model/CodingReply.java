package dev.sluice.developer.adapter.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.developer.domain.Inquiry;
import dev.sluice.models.JsonReplies;
import dev.sluice.models.UnreadableReply;
import dev.sluice.workspace.edits.EditSet;
import java.util.ArrayList;
import java.util.List;

/** What a model may answer to a coding task: prose with edits in it, or, where that is allowed, questions. */
sealed interface CodingReply {

    /** Whether they fit the repository is found out when they are applied. */
    record Edits(String text) implements CodingReply {}

    record Questions(List<Inquiry> questions) implements CodingReply {}

    int MOST_QUESTIONS = 3;

    static CodingReply read(String text, boolean mayAsk) throws UnreadableReply {
        if (!EditSet.parse(text).isEmpty()) {
            return new Edits(text);
        }
        if (!text.contains("\"clarification\"")) {
            throw new UnreadableReply(
                    "The reply holds no edit. Write each edit under the path of its file, as a SEARCH/REPLACE block,"
                            + " as a whole file in a fence, or as a unified diff in a fence marked diff.");
        }
        if (!mayAsk) {
            throw new UnreadableReply("No further question can be answered. Write the edits with what you know.");
        }
        return new Questions(questions(JsonReplies.object(text).path("clarification")));
    }

    private static List<Inquiry> questions(JsonNode nodes) throws UnreadableReply {
        List<Inquiry> questions = new ArrayList<>();
        for (JsonNode node : nodes) {
            String question = node.path("question").asText("").strip();
            List<String> options = new ArrayList<>();
            node.path("options").forEach(option -> options.add(option.asText()));
            if (!question.isEmpty() && questions.size() < MOST_QUESTIONS) {
                questions.add(new Inquiry(question, options));
            }
        }
        if (questions.isEmpty()) {
            throw new UnreadableReply(
                    "Ask like this: {\"clarification\":[{\"question\":\"...\",\"options\":[\"...\"]}]}, or write edits.");
        }
        return questions;
    }
}
