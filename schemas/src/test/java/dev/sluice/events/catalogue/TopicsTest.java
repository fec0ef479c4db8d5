package dev.sluice.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.ModelCalled;
import dev.sluice.events.PlanDecided;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.catalogue.Topic.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    @ParameterizedTest
    @MethodSource("dev.sluice.events.catalogue.Topics#all")
    void everyTopicFollowsTheRules(Topic<?> topic) {
        assertThat(TopicRules.violations(topic)).isEmpty();
    }

    @Test
    void topicNamesAndTypesAreUnique() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(Topics.all()).extracting(Topic::type).doesNotHaveDuplicates();
    }

    @Test
    void aTopicIsFoundByItsName() {
        assertThat(Topics.named("story.planned")).contains(Topics.STORY_PLANNED);
        assertThat(Topics.named("story.planned-dlt")).isEmpty();
    }

    @Test
    void namesOfEventTypeAndDeadLettersFollowFromTheTopic() {
        assertThat(Topics.STORY_PLANNED.eventType()).isEqualTo("dev.sluice.story.planned.v1");
        assertThat(Topics.STORY_PLANNED.deadLetters()).isEqualTo("story.planned-dlt");
    }

    @Test
    void aKeyThatCanBeMissingIsCaught() {
        var topic =
                new Topic<>("model.called", ModelCalled.class, ModelCalled::getRequirementId, Retention.EVERY_EVENT);

        assertThat(TopicRules.violations(topic)).containsExactly("model.called: the key can be missing");
    }

    @Test
    void aTopicThatIsNoFactIsCaught() {
        var topic = new Topic<>("plan.decide", PlanDecided.class, PlanDecided::getRequirementId, Retention.EVERY_EVENT);

        assertThat(TopicRules.violations(topic)).contains("plan.decide: a topic is named <subject>.<past participle>");
    }

    @Test
    void anEventNamedUnlikeItsTopicIsCaught() {
        var topic = new Topic<>("plan.decided", StoryPlanned.class, StoryPlanned::getStoryId, Retention.EVERY_EVENT);

        assertThat(TopicRules.violations(topic))
                .containsExactly("plan.decided: its event must be called PlanDecided, not StoryPlanned");
    }
}
