package dev.sluice.workspace.stack;

import dev.sluice.workspace.PathPatterns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maven, offline, with the machine's local repository read only. No settings file: it may hold passwords. The legacy mode of the
 * local repository ignores from which remote an artifact came, which an offline build cannot check anyway.
 */
final class MavenStack {

    private static final String QUICK_JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    private MavenStack() {}

    static StackProfile profile(Tools tools) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("MAVEN_OPTS", QUICK_JVM);
        environment.put("JDK_JAVA_OPTIONS", QUICK_JVM); // reaches the JVM that surefire starts
        environment.put("MAVEN_SKIP_RC", "1");
        List<Path> readOnly = new ArrayList<>();
        List<Path> path = new ArrayList<>();
        tools.jdk().ifPresent(jdk -> {
            environment.put("JAVA_HOME", jdk.toString());
            readOnly.add(jdk);
            path.add(jdk.resolve("bin"));
        });
        tools.maven().ifPresent(maven -> {
            readOnly.add(maven);
            path.add(maven.resolve("bin"));
        });
        readOnly.add(tools.mavenRepository());
        return new StackProfile(
                "maven",
                List.of(
                        "mvn",
                        "-B",
                        "-ntp",
                        "-o",
                        "-q",
                        "-Dstyle.color=never",
                        "-Dmaven.repo.local=" + tools.mavenRepository(),
                        "-Dmaven.legacyLocalRepo=true",
                        "-DskipTests=false",
                        "-Dmaven.test.skip=false",
                        "test"),
                PathPatterns.exact(List.of("**/target/surefire-reports/TEST-*.xml")),
                PathPatterns.exact(List.of("**/src/test/**", "**/src/it/**")),
                environment,
                readOnly,
                path);
    }
}
