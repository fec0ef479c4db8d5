package dev.sluice.console.adapter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in whom the rules do not name. Only the health of the service is open to all. */
public final class AccessFilter extends OncePerRequestFilter {

    private record Refusal(HttpStatus status, String type, String detail) {}

    private final AccessRules rules;

    public AccessFilter(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Headers.protect(response);
        if (isHealth(request)) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = new Caller(request);
        if (caller.holds(rules.token())) {
            chain.doFilter(as(rules.tokenUser(), request), response);
            return;
        }
        Optional<Refusal> refusal = refusal(caller);
        if (refusal.isPresent()) {
            Problems.write(
                    response,
                    refusal.get().status(),
                    refusal.get().type(),
                    refusal.get().detail(),
                    request.getRequestURI());
            return;
        }
        String claimed = caller.claimedUser();
        chain.doFilter(as(claimed == null ? rules.localUser() : claimed, request), response);
    }

    private Optional<Refusal> refusal(Caller caller) {
        if (!rules.openOnLoopback()) {
            return Optional.of(
                    rules.token() == null
                            ? new Refusal(
                                    HttpStatus.FORBIDDEN,
                                    "closed",
                                    "The console is closed until an operator sets sluice.console.token (environment"
                                            + " SLUICE_CONSOLE_TOKEN), or sluice.console.open-on-loopback=true for use on"
                                            + " one machine.")
                            : new Refusal(
                                    HttpStatus.UNAUTHORIZED,
                                    "unauthenticated",
                                    "Send the header 'Authorization: Bearer <sluice.console.token>'."));
        }
        if (!caller.local()) {
            return Optional.of(new Refusal(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "This console answers only requests from its own machine to localhost. To reach it from elsewhere,"
                            + " set sluice.console.token and send it as a bearer token."));
        }
        if (!caller.reads() && caller.crossSite()) {
            return Optional.of(new Refusal(
                    HttpStatus.FORBIDDEN, "forbidden", "A page of another site may not change anything here."));
        }
        return caller.claimedUserIsName()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "X-Sluice-User must be a name of letters, digits and . _ @ + - of at most 100 characters."));
    }

    private static boolean isHealth(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("GET")
                && (path.equals("/actuator/health")
                        || path.equals("/actuator/health/liveness")
                        || path.equals("/actuator/health/readiness"));
    }

    private static HttpServletRequest as(String user, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return () -> user;
            }

            @Override
            public String getRemoteUser() {
                return user;
            }
        };
    }
}
