package dev.sluice.planner.adapter.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.models.JsonReplies;
import dev.sluice.models.ReplyReader;
import dev.sluice.models.UnreadableReply;
import dev.sluice.planner.domain.Plan;
import dev.sluice.planner.domain.PlanRules;
import dev.sluice.planner.domain.Proposal;
import dev.sluice.planner.domain.Question;
import dev.sluice.planner.domain.Story;
import dev.sluice.planner.domain.StoryKey;
import java.util.ArrayList;
import java.util.List;

/** Reads a planner's reply: {@code {"stories": [...], ...}} or {@code {"clarification": [...]}}. */
final class PlanReplyReader implements ReplyReader<Proposal> {

    /** A plan is read by people; one longer than this is not a plan. */
    private static final int LONGEST = 100_000;

    @Override
    public Proposal read(String text) throws UnreadableReply {
        JsonNode reply = JsonReplies.object(text);
        if (reply.toString().length() > LONGEST) {
            throw new UnreadableReply("The plan is longer than " + LONGEST + " characters. Say it shorter.");
        }
        if (!reply.path("stories").isEmpty()) {
            return new Proposal.Planned(plan(reply), null, null);
        }
        if (!reply.path("clarification").isEmpty()) {
            return new Proposal.Asked(questions(reply.path("clarification")));
        }
        throw new UnreadableReply(
                "The JSON object holds neither \"stories\" nor \"clarification\". Answer with one of the two forms.");
    }

    private static Plan plan(JsonNode reply) throws UnreadableReply {
        List<Story> stories = new ArrayList<>();
        for (JsonNode story : reply.path("stories")) {
            stories.add(story(story, stories.size() + 1));
        }
        List<String> violations = PlanRules.violations(stories);
        if (!violations.isEmpty()) {
            throw new UnreadableReply("The plan breaks rules: " + String.join("; ", violations) + ".");
        }
        return new Plan(stories, texts(reply, "assumptions"), texts(reply, "openQuestions"));
    }

    private static Story story(JsonNode story, int number) throws UnreadableReply {
        String key = StoryKey.sanitised(text(story, "key"), "S" + number);
        JsonNode confidence = story.path("confidence");
        if (!confidence.isMissingNode() && !confidence.isNull() && !confidence.isNumber()) {
            throw new UnreadableReply("The confidence of story " + key + " must be a number between 0 and 1.");
        }
        return new Story(
                key,
                text(story, "title").replaceAll("\\s+", " "),
                text(story, "description"),
                texts(story, "acceptanceCriteria"),
                text(story, "rationale"),
                texts(story, "dependsOn").stream()
                        .map(other -> StoryKey.sanitised(other, other))
                        .distinct()
                        .toList(),
                texts(story, "risks"),
                confidence.isNumber() ? confidence.doubleValue() : 0.5);
    }

    private static List<Question> questions(JsonNode asked) throws UnreadableReply {
        List<Question> questions = new ArrayList<>();
        for (JsonNode one : asked) {
            String question = one.isTextual() ? PlainText.of(one.textValue()).strip() : text(one, "question");
            if (question.isEmpty()) {
                throw new UnreadableReply("Each clarification needs a \"question\" in words.");
            }
            questions.add(new Question(question, texts(one, "options")));
        }
        return questions;
    }

    private static String text(JsonNode node, String field) throws UnreadableReply {
        JsonNode value = node.path(field);
        if (value.isContainerNode()) {
            throw new UnreadableReply("\"" + field + "\" must be text.");
        }
        return value.isNull() ? "" : PlainText.of(value.asText("")).strip();
    }

    private static List<String> texts(JsonNode node, String field) throws UnreadableReply {
        JsonNode values = node.path(field);
        if (values.isObject()) {
            throw new UnreadableReply("\"" + field + "\" must be a list of texts.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values.isTextual() ? List.of(values) : values) {
            if (value.isContainerNode()) {
                throw new UnreadableReply("\"" + field + "\" must be a list of texts.");
            }
            texts.add(PlainText.of(value.asText()).strip());
        }
        return texts.stream().filter(one -> !one.isEmpty()).toList();
    }
}
