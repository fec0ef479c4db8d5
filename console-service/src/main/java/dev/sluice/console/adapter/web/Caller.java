package dev.sluice.console.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request shows about who sent it and from where. */
record Caller(HttpServletRequest request) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern USER = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,100}");

    boolean reads() {
        return READS.contains(request.getMethod());
    }

    boolean holds(@Nullable String token) {
        String header = request.getHeader("Authorization");
        if (token == null || header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        return MessageDigest.isEqual(
                header.substring(7).strip().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it comes from this machine itself: not through a proxy on it, and not by a name that was rebound to it. */
    boolean local() {
        return loopback(request.getRemoteAddr())
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && LOCAL_NAMES.contains(hostName(request.getHeader("Host")));
    }

    /** Whether a browser sent it from a page of another site. Callers that are no browsers say nothing and pass. */
    boolean crossSite() {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return !sameOrigin(origin);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** The name it gives itself, null when it gives none. */
    @Nullable
    String claimedUser() {
        return request.getHeader("X-Sluice-User");
    }

    boolean claimedUserIsName() {
        String user = claimedUser();
        return user == null || USER.matcher(user).matches();
    }

    private boolean sameOrigin(String origin) {
        try {
            URI uri = URI.create(origin);
            return request.getScheme().equalsIgnoreCase(uri.getScheme())
                    && uri.getRawAuthority() != null
                    && uri.getRawAuthority().equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String hostName(@Nullable String host) {
        if (host == null) {
            return "";
        }
        int colon = host.lastIndexOf(':');
        boolean port = colon > 0
                && host.indexOf(']') < colon
                && host.substring(colon + 1).chars().allMatch(Character::isDigit);
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
