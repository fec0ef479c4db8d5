package dev.sluice.console.adapter.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sluice.console.application.ChangeDetail;
import dev.sluice.console.application.RunDetail;
import dev.sluice.console.application.RunSummary;
import dev.sluice.console.application.TimelineEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JsonMixin;

/** How what the application shows looks as JSON, where that differs from its records. */
final class JsonShapes {

    private JsonShapes() {}

    @JsonMixin(ChangeDetail.class)
    abstract static class FlatChange {
        @JsonUnwrapped
        abstract ChangeDetail.Generated generated();
    }

    @JsonMixin(RunDetail.class)
    abstract static class FlatRun {
        @JsonUnwrapped
        abstract RunSummary run();
    }

    @JsonMixin(RunSummary.class)
    abstract static class ListedRun {
        @JsonIgnore
        abstract long ordinal();
    }

    @JsonMixin(TimelineEntry.class)
    abstract static class Line {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        abstract @Nullable Map<String, @Nullable Object> payload();
    }
}
