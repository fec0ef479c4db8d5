package dev.sluice.console.adapter.web;

import org.jspecify.annotations.Nullable;

/**
 * Who may reach the console.
 *
 * @param token admin token for the API, null when none is set
 * @param tokenUser who holds it
 * @param openOnLoopback whether requests from this machine need no token
 * @param localUser who they are when they do not say
 */
public record AccessRules(@Nullable String token, String tokenUser, boolean openOnLoopback, String localUser) {

    public AccessRules {
        token = token == null || token.isBlank() ? null : token;
    }

    @Override
    public String toString() {
        return "AccessRules[token=" + (token == null ? "none" : "set") + ", openOnLoopback=" + openOnLoopback + "]";
    }
}
