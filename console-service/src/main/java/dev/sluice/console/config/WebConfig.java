package dev.sluice.console.config;

import dev.sluice.console.adapter.web.AccessFilter;
import dev.sluice.console.adapter.web.AccessRules;
import dev.sluice.console.adapter.web.BodyLimitFilter;
import dev.sluice.console.adapter.web.EventHub;
import dev.sluice.console.application.EventFeed;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Who gets in, and with how much. */
@Configuration(proxyBeanMethods = false)
class WebConfig {

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(ConsoleSettings settings) {
        var filter = new FilterRegistrationBean<>(new AccessFilter(
                new AccessRules(settings.token(), settings.tokenUser(), settings.openOnLoopback(), settings.user())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ConsoleSettings settings) {
        var filter = new FilterRegistrationBean<>(
                new BodyLimitFilter(settings.maxBody().toBytes()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    @Bean
    EventHub eventHub(EventFeed feed) {
        return new EventHub(feed);
    }
}
