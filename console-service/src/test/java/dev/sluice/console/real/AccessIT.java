package dev.sluice.console.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No route is open by accident, and the API document names every route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final String TOKEN = "s3cret-token";

    private RunningConsole console;

    @BeforeAll
    void start() {
        console = RunningConsole.start("--sluice.console.open-on-loopback=false", "--sluice.console.token=" + TOKEN);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void everyRouteIsClosedWithoutTheToken() {
        List<String> routes = new ArrayList<>(routes());
        routes.addAll(List.of(
                "GET /console.css",
                "GET /console.js",
                "GET /webjars/htmx.org/2.0.7/dist/htmx.min.js",
                "GET /actuator",
                "GET /actuator/prometheus",
                "GET /actuator/health/db",
                "GET /error",
                "GET /nothing",
                "GET //",
                "GET /%2e%2e/",
                "OPTIONS /api/v1/runs",
                "TRACE /api/v1/runs",
                "POST /actuator/health"));
        assertThat(routes).hasSizeGreaterThan(25);
        for (String route : routes) {
            assertThat(status(route, null)).as(route).isIn(401, 400, 405, 501);
            assertThat(status(route, "wrong")).as(route).isIn(401, 400, 405, 501);
        }
        assertThat(status("GET /api/v1/runs", null)).isEqualTo(401);
        assertThat(status("GET /", null)).isEqualTo(401);
    }

    @Test
    void theTokenOpensTheApi() {
        assertThat(status("GET /api/v1/runs", TOKEN)).isEqualTo(200);
        assertThat(status("GET /", TOKEN)).isEqualTo(200);
        assertThat(status("GET /actuator/prometheus", TOKEN)).isEqualTo(200);
        assertThat(console.get("/api/v1/runs", "Authorization", "Bearer " + TOKEN, "X-Sluice-User", "root")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void healthIsOpenToProbes() {
        assertThat(status("GET /actuator/health/liveness", null)).isEqualTo(200);
        assertThat(console.get("/actuator/health").body()).doesNotContain("components");
    }

    @Test
    void theApiDocumentNamesEveryRoute() {
        var paths = RunningConsole.json(console.get("/api/v1/openapi.json", "Authorization", "Bearer " + TOKEN))
                .path("paths");
        for (String route : routes()) {
            String[] parts = route.split(" ", 2);
            if (parts[1].startsWith("/api/")) {
                assertThat(paths.path(parts[1])
                                .path(parts[0].toLowerCase(Locale.ROOT))
                                .isObject())
                        .as(route)
                        .isTrue();
            }
        }
    }

    private List<String> routes() {
        RequestMappingHandlerMapping mapping =
                console.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        List<String> routes = new ArrayList<>();
        mapping.getHandlerMethods().keySet().forEach(info -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String path : info.getPatternValues()) {
                methods.forEach(method -> routes.add(method + " " + path));
            }
        });
        return routes;
    }

    private int status(String route, @Nullable String token) {
        String[] parts = route.split(" ", 2);
        var request =
                console.request(parts[1].replace("{", "").replace("}", "")).method(parts[0], BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return console.send(request).statusCode();
    }
}
