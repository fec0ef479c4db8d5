package dev.sluice.console.adapter.web;

import dev.sluice.console.domain.OutsideChange;
import dev.sluice.console.domain.Party;
import dev.sluice.console.domain.Repository;
import dev.sluice.console.domain.Submission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests, with what they may hold. */
final class Requests {

    private static final String SHA = "[0-9a-f]{40}|[0-9a-f]{64}";
    private static final String SHA_MESSAGE = "must be a full commit SHA in lower case (git rev-parse <name>)";
    private static final String BRANCH = "|(?![-/.])(?!.*(\\.\\.|//|@\\{))[^\\s~^:?*\\[\\\\\\p{Cntrl}]{1,250}(?<![./])";
    private static final String BRANCH_MESSAGE = "must be the name of a branch";

    private Requests() {}

    record RepositoryBody(
            @NotBlank @PlainText(max = 2_000) @RepositoryUrl String url,

            @Pattern(regexp = BRANCH, message = BRANCH_MESSAGE) @Nullable
            String baseBranch) {

        Repository toDomain() {
            return new Repository(url.strip(), baseBranch == null ? "" : baseBranch);
        }
    }

    record RequirementBody(
            @Pattern(regexp = "EPIC|STORY", message = "must be EPIC or STORY") @Nullable
            String kind,

            @NotBlank @PlainText(max = 200) String title,

            @PlainText(max = 100_000, lines = true) @Nullable
            String body,

            @Size(max = 50) @Nullable List<@NotBlank @PlainText(max = 2_000, lines = true) String> acceptanceCriteria,
            @NotNull @Valid RepositoryBody repository,

            @Pattern(regexp = "CLI|REST", message = "must be CLI or REST") @Nullable
            String source,

            @PlainText(max = 200) @Nullable String externalId,
            @Min(1) @Nullable Integer revision) {

        Submission toDomain(Party by) {
            return new Submission(
                    kind == null ? "EPIC" : kind,
                    title.strip(),
                    body == null ? "" : body,
                    acceptanceCriteria == null ? List.of() : acceptanceCriteria,
                    repository.toDomain(),
                    source == null ? "REST" : source,
                    externalId == null || externalId.isBlank() ? null : externalId,
                    revision == null ? 1 : revision,
                    by);
        }
    }

    record DecisionBody(
            @NotNull @Min(1) Integer planRevision,

            @NotNull
            @Pattern(regexp = "APPROVED|REJECTED|REGENERATE", message = "must be APPROVED, REJECTED or REGENERATE")
            String verdict,

            @PlainText(max = 4_000, lines = true) @Nullable String reason) {}

    record AnswersBody(
            @NotEmpty @Size(max = 10) List<@NotBlank @PlainText(max = 10_000, lines = true) String> answers) {}

    record StoryBody(
            @NotBlank @PlainText(max = 200) String title,

            @PlainText(max = 100_000, lines = true) @Nullable
            String description,

            @Size(max = 50) @Nullable
            List<@NotBlank @PlainText(max = 2_000, lines = true) String> acceptanceCriteria) {}

    record ChangeBody(
            @NotNull @Valid RepositoryBody repository,

            @NotNull @Pattern(regexp = SHA, message = SHA_MESSAGE)
            String baseSha,

            @NotNull @Pattern(regexp = SHA, message = SHA_MESSAGE)
            String headSha,

            @Pattern(regexp = BRANCH, message = BRANCH_MESSAGE) @Nullable
            String branch,

            @Valid @Nullable StoryBody story) {

        OutsideChange toDomain(Party by) {
            List<String> criteria = story == null ? null : story.acceptanceCriteria();
            return new OutsideChange(
                    repository.toDomain(),
                    baseSha,
                    headSha,
                    branch == null || branch.isEmpty() ? null : branch,
                    story == null ? null : story.title(),
                    story == null || story.description() == null ? "" : story.description(),
                    criteria == null ? List.of() : criteria,
                    by);
        }
    }

    record VerdictBody(
            @NotNull
            @Pattern(regexp = "APPROVE|REQUEST_CHANGES|BLOCK", message = "must be APPROVE, REQUEST_CHANGES or BLOCK")
            String verdict,

            @NotBlank @PlainText(max = 4_000, lines = true) String summary,

            @Pattern(regexp = "LOW|MEDIUM|HIGH", message = "must be LOW, MEDIUM or HIGH") @Nullable
            String risk,

            @Pattern(regexp = SHA, message = SHA_MESSAGE) @Nullable
            String headSha) {}

    record ControlBody(
            @PlainText(max = 500) @Nullable String scope,

            @NotNull @Pattern(regexp = "PAUSED|RUNNING", message = "must be PAUSED or RUNNING")
            String state,

            @PlainText(max = 2_000, lines = true) @Nullable String reason) {}
}
