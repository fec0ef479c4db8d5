package dev.sluice.reviewer.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Depth of review that the touched paths ask for. 3: security-critical or owned paths. 2: protected paths, build, pipeline,
 * schema or migration files, more than three components, or more files than the policy likes. 1: everything else.
 */
public record Layer(int number, String reason) {

    private static final int COMPONENTS = 3;
    private static final Pattern SECURITY = Pattern.compile(
            "(^|.*[/._-])(auth|authn|authz|authentication|authorization|security|crypto|oauth|oidc|saml|login|passwords?|secrets?"
                    + "|credentials?|permissions?|rbac|acl)([/._-].*|$)|.*\\.(pem|key|p12|jks|keystore)$");
    private static final Pattern BUILD = Pattern.compile(
            "(^|.*/)(pom\\.xml|build\\.gradle(\\.kts)?|settings\\.gradle(\\.kts)?|gradle\\.properties|package(-lock)?\\.json|yarn\\.lock"
                    + "|pnpm-lock\\.yaml|requirements[^/]*\\.txt|pyproject\\.toml|setup\\.(py|cfg)|poetry\\.lock|go\\.(mod|sum)"
                    + "|cargo\\.(toml|lock)|makefile|dockerfile[^/]*|docker-compose[^/]*|\\.gitlab-ci\\.yml|jenkinsfile)$"
                    + "|(^|.*/)\\.(github|gitlab|circleci|mvn)/.*");
    private static final Pattern SCHEMA = Pattern.compile(
            "(^|.*/)(migrations?|db/changelog)/.*|.*\\.(sql|avsc|proto|graphqls?|xsd)$|(^|.*/)openapi[^/]*\\.(ya?ml|json)$");

    /** The layer of a change. Pure: the author has no say in it. */
    public static Layer of(List<TouchedFile> files, PolicyRules rules) {
        List<String> deep = new ArrayList<>();
        name(deep, "security-critical", matching(files, SECURITY));
        name(deep, "owned by name in CODEOWNERS", rules.owned());
        if (!deep.isEmpty()) {
            return new Layer(3, String.join("; ", deep));
        }
        List<String> wide = new ArrayList<>();
        name(wide, "protected", rules.protectedPaths());
        name(wide, "build or pipeline", matching(files, BUILD));
        name(wide, "schema or migration", matching(files, SCHEMA));
        long components =
                files.stream().map(file -> component(file.path())).distinct().count();
        if (components > COMPONENTS) {
            wide.add(components + " components are touched");
        }
        if (files.size() > rules.maxFiles()) {
            wide.add(files.size() + " files are touched, more than maxFiles " + rules.maxFiles());
        }
        return wide.isEmpty()
                ? new Layer(1, "no protected, build, schema, security or owned path is touched")
                : new Layer(2, String.join("; ", wide));
    }

    private static List<String> matching(List<TouchedFile> files, Pattern pattern) {
        return files.stream()
                .filter(file -> matches(pattern, file.path()) || matches(pattern, file.oldPath()))
                .map(TouchedFile::path)
                .toList();
    }

    private static boolean matches(Pattern pattern, String path) {
        return pattern.matcher(path.toLowerCase(Locale.ROOT)).matches();
    }

    private static void name(List<String> reasons, String what, List<String> paths) {
        if (!paths.isEmpty()) {
            reasons.add(what + ": " + String.join(", ", paths.subList(0, Math.min(5, paths.size()))));
        }
    }

    private static String component(String path) {
        String[] parts = path.split("/");
        return parts.length < 3 ? parts[0] : parts[0] + "/" + parts[1];
    }
}
