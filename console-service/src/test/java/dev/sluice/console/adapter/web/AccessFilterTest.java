package dev.sluice.console.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AccessFilterTest {

    private static final AccessRules CLOSED = new AccessRules(null, "admin", false, "local");
    private static final AccessRules TOKEN = new AccessRules("secret", "admin", false, "local");
    private static final AccessRules LOOPBACK = new AccessRules(null, "admin", true, "local");

    @Test
    void isClosedWhenNothingIsSet() {
        assertThat(status(CLOSED, "GET", r -> {})).isEqualTo(403);
        assertThat(status(
                        new AccessRules(" ", "admin", false, "local"),
                        "GET",
                        r -> r.addHeader("Authorization", "Bearer ")))
                .isEqualTo(403);
    }

    @Test
    void takesTheTokenAndNothingLikeIt() {
        assertThat(status(TOKEN, "GET", r -> {})).isEqualTo(401);
        assertThat(status(TOKEN, "GET", r -> r.addHeader("Authorization", "Bearer secre")))
                .isEqualTo(401);
        assertThat(status(TOKEN, "GET", r -> r.addHeader("Authorization", "Basic secret")))
                .isEqualTo(401);
        assertThat(user(TOKEN, r -> r.addHeader("Authorization", "Bearer secret")))
                .isEqualTo("admin");
    }

    @Test
    void theTokenActsAsItsOwnerWhateverTheHeaderClaims() {
        assertThat(user(TOKEN, r -> {
                    r.addHeader("Authorization", "Bearer secret");
                    r.addHeader("X-Sluice-User", "root");
                }))
                .isEqualTo("admin");
    }

    @Test
    void loopbackModeTakesOnlyThisMachineByItsOwnName() {
        assertThat(status(LOOPBACK, "GET", r -> {})).isEqualTo(200);
        assertThat(status(LOOPBACK, "GET", r -> r.setRemoteAddr("0:0:0:0:0:0:0:1")))
                .isEqualTo(200);
        assertThat(status(LOOPBACK, "GET", r -> r.setRemoteAddr("192.168.1.7"))).isEqualTo(403);
        assertThat(status(LOOPBACK, "GET", r -> host(r, "rebound.example:8080")))
                .isEqualTo(403);
        assertThat(status(LOOPBACK, "GET", r -> host(r, "localhost.evil.example")))
                .isEqualTo(403);
        assertThat(status(LOOPBACK, "GET", r -> host(r, "[::1]:8080"))).isEqualTo(200);
        assertThat(status(LOOPBACK, "GET", r -> r.removeHeader("Host"))).isEqualTo(403);
        assertThat(status(LOOPBACK, "GET", r -> r.addHeader("X-Forwarded-For", "10.0.0.1")))
                .isEqualTo(403);
        assertThat(status(LOOPBACK, "GET", r -> r.addHeader("Forwarded", "for=10.0.0.1")))
                .isEqualTo(403);
    }

    @Test
    void writesOfOtherSitesAreRefused() {
        assertThat(status(LOOPBACK, "POST", r -> {})).isEqualTo(200);
        assertThat(status(LOOPBACK, "POST", r -> r.addHeader("Origin", "http://localhost:8080")))
                .isEqualTo(200);
        assertThat(status(LOOPBACK, "POST", r -> r.addHeader("Origin", "http://localhost:9999")))
                .isEqualTo(403);
        assertThat(status(LOOPBACK, "POST", r -> r.addHeader("Origin", "null"))).isEqualTo(403);
        assertThat(status(LOOPBACK, "POST", r -> r.addHeader("Sec-Fetch-Site", "same-site")))
                .isEqualTo(403);
        assertThat(status(LOOPBACK, "POST", r -> r.addHeader("Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
    }

    @Test
    void peopleOnThisMachineMaySayWhoTheyAre() {
        assertThat(user(LOOPBACK, r -> {})).isEqualTo("local");
        assertThat(user(LOOPBACK, r -> r.addHeader("X-Sluice-User", "ann"))).isEqualTo("ann");
        assertThat(status(LOOPBACK, "GET", r -> r.addHeader("X-Sluice-User", "<b>")))
                .isEqualTo(400);
    }

    private static void host(MockHttpServletRequest request, String host) {
        request.removeHeader("Host");
        request.addHeader("Host", host);
    }

    private static int status(AccessRules rules, String method, Consumer<MockHttpServletRequest> change) {
        return run(rules, method, change, new MockFilterChain());
    }

    private static @Nullable String user(AccessRules rules, Consumer<MockHttpServletRequest> change) {
        MockFilterChain chain = new MockFilterChain();
        run(rules, "GET", change, chain);
        return chain.getRequest() instanceof HttpServletRequest passed ? passed.getRemoteUser() : null;
    }

    private static int run(
            AccessRules rules, String method, Consumer<MockHttpServletRequest> change, MockFilterChain chain) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/runs");
        request.setRemoteAddr("127.0.0.1");
        request.addHeader("Host", "localhost:8080");
        change.accept(request);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            new AccessFilter(rules).doFilter(request, response, chain);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
