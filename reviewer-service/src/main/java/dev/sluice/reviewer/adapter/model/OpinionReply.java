package dev.sluice.reviewer.adapter.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.models.JsonReplies;
import dev.sluice.models.UnreadableReply;
import dev.sluice.reviewer.domain.Judgement;
import dev.sluice.reviewer.domain.Opinion;
import dev.sluice.reviewer.domain.Remark;
import dev.sluice.reviewer.domain.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"verdict","risk","summary","findings":[{"severity","category","file","line","message"}]}}. */
final class OpinionReply {

    private static final int MOST = 50;
    private static final int LONGEST = 4_000;

    private OpinionReply() {}

    static Opinion read(String text) throws UnreadableReply {
        JsonNode reply = JsonReplies.object(text);
        List<Remark> remarks = new ArrayList<>();
        for (JsonNode finding : reply.path("findings")) {
            String message = text(finding, "message");
            if (!message.isEmpty() && remarks.size() < MOST) {
                remarks.add(new Remark(
                        weight(text(finding, "severity")),
                        text(finding, "category").isEmpty() ? "general" : text(finding, "category"),
                        orNull(text(finding, "file")),
                        finding.path("line").canConvertToInt()
                                ? (Integer) finding.path("line").asInt()
                                : null,
                        message));
            }
        }
        return new Opinion(verdict(text(reply, "verdict")), risk(text(reply, "risk")), text(reply, "summary"), remarks);
    }

    private static Judgement verdict(String verdict) throws UnreadableReply {
        return switch (verdict.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_")) {
            case "approve", "approved" -> Judgement.APPROVE;
            case "request_changes", "changes_requested" -> Judgement.REQUEST_CHANGES;
            case "block", "blocked" -> Judgement.BLOCK;
            default ->
                throw new UnreadableReply(
                        "The field \"verdict\" must be \"approve\", \"request_changes\" or \"block\", not \"" + verdict
                                + "\". Answer with the JSON object only.");
        };
    }

    private static RiskLevel risk(String risk) {
        return switch (risk.toLowerCase(Locale.ROOT)) {
            case "low" -> RiskLevel.LOW;
            case "medium" -> RiskLevel.MEDIUM;
            case "high" -> RiskLevel.HIGH;
            default -> RiskLevel.UNKNOWN;
        };
    }

    /** A severity that nobody agreed on is not taken lightly. */
    private static Remark.Weight weight(String severity) {
        return switch (severity.toLowerCase(Locale.ROOT)) {
            case "info" -> Remark.Weight.INFO;
            case "critical" -> Remark.Weight.CRITICAL;
            default -> Remark.Weight.WARNING;
        };
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() || text.equals("null") ? null : text;
    }
}
