package dev.sluice.gate.adapter.forge;

import java.util.Locale;

/** What a person can do about a push that the remote refused. */
final class PushAdvice {

    private PushAdvice() {}

    static String on(String reason, String branch) {
        String said = reason.toLowerCase(Locale.ROOT);
        String advice;
        if (said.contains("currently checked out")) {
            advice = "Branch " + branch + " is checked out in that repository, which therefore refuses pushes to it. "
                    + "Submit a bare clone instead (git clone --bare), check out another branch there, or run "
                    + "'git config receive.denyCurrentBranch updateInstead' in it.";
        } else if (said.contains("protected branch")
                || said.contains("gh006")
                || said.contains("not allowed to push")) {
            advice = "Branch " + branch + " is protected: let the gate's account push to it, or merge there by hand.";
        } else if (said.contains("hook declined") || said.contains("pre-receive")) {
            advice = "A hook of the remote refused the merge: see what it wants, then merge by hand or submit again.";
        } else {
            advice = "See the remote's rules for branch " + branch + ", then merge by hand or submit the change again.";
        }
        return advice + " The remote said: "
                + shorten(reason.replaceAll("\\s+", " ").strip());
    }

    private static String shorten(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }
}
