package dev.sluice.console.config;

import dev.sluice.console.adapter.kafka.KafkaAnnouncements;
import dev.sluice.console.adapter.kafka.LogEnds;
import dev.sluice.console.adapter.kafka.ProjectionHandler;
import dev.sluice.console.adapter.web.EventHub;
import dev.sluice.console.application.Announcements;
import dev.sluice.console.application.AuditQueue;
import dev.sluice.console.application.EventFeed;
import dev.sluice.console.application.Projection;
import dev.sluice.console.application.ProjectionControl;
import dev.sluice.console.application.RecordAudit;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.MessagingSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reads the log and writes to it. */
@Configuration(proxyBeanMethods = false)
class KafkaConfig {

    @Bean
    KafkaAnnouncements announcements(EventPublisher publisher) {
        return new KafkaAnnouncements(publisher);
    }

    @Bean
    LogEnds logEnds(MessagingSettings settings) {
        return new LogEnds(settings.client());
    }

    @Bean
    ProjectionHandler projectionHandler(Projection projection, EventHub hub, ConsoleSettings settings) {
        return new ProjectionHandler(settings.group(), projection, hub::signal);
    }

    @Bean
    ProjectionControl projectionControl(
            Projection projection,
            EventFeed feed,
            LogEnds ends,
            @Qualifier("eventConsumers") ObjectProvider<SmartLifecycle> consumers) {
        return new RestartingProjectionControl(projection, feed, ends, consumers::getObject);
    }

    @Bean
    RecordAudit recordAudit(AuditQueue queue, Announcements announcements, LogEnds ends) {
        return new RecordAudit(queue, announcements, ends::ofAudit);
    }

    @Bean
    AuditSchedule auditSchedule(RecordAudit audit) {
        return new AuditSchedule(audit);
    }
}
