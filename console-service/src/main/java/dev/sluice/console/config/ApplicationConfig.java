package dev.sluice.console.config;

import dev.sluice.console.application.Announcements;
import dev.sluice.console.application.AnswerClarification;
import dev.sluice.console.application.Claims;
import dev.sluice.console.application.DecidePlan;
import dev.sluice.console.application.DecisionFacts;
import dev.sluice.console.application.GiveVerdict;
import dev.sluice.console.application.OfferChange;
import dev.sluice.console.application.SubmitRequirement;
import dev.sluice.console.application.TurnSwitch;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases. */
@Configuration(proxyBeanMethods = false)
class ApplicationConfig {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SubmitRequirement submitRequirement(Claims claims, DecisionFacts facts, Announcements log, Clock clock) {
        return new SubmitRequirement(claims, facts, log, clock);
    }

    @Bean
    DecidePlan decidePlan(
            Claims claims, DecisionFacts facts, Announcements log, Clock clock, ConsoleSettings settings) {
        return new DecidePlan(claims, facts, log, clock, settings.requesterMayApprove());
    }

    @Bean
    AnswerClarification answerClarification(Claims claims, DecisionFacts facts, Announcements log, Clock clock) {
        return new AnswerClarification(claims, facts, log, clock);
    }

    @Bean
    OfferChange offerChange(Claims claims, DecisionFacts facts, Announcements log, Clock clock) {
        return new OfferChange(claims, facts, log, clock);
    }

    @Bean
    GiveVerdict giveVerdict(
            Claims claims, DecisionFacts facts, Announcements log, Clock clock, ConsoleSettings settings) {
        return new GiveVerdict(claims, facts, log, clock, settings.requesterMayApprove());
    }

    @Bean
    TurnSwitch turnSwitch(Announcements log, Clock clock) {
        return new TurnSwitch(log, clock);
    }
}
