package dev.sluice.planner.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.models.ModelGateway;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.UnreadableReply;
import dev.sluice.planner.application.Cause;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;
import dev.sluice.planner.domain.Proposal.Failed;
import dev.sluice.planner.domain.Proposal.Planned;
import dev.sluice.planner.domain.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ModelPlannerTest {

    private static final String PLAN = """
            {"stories":[{"key":"A","title":"a","description":"d"},{"key":"B","title":"b","description":"d"}]}
            """;

    private final List<ModelRequest<?>> requests = new ArrayList<>();

    @Test
    void asksThePlannersModelAndNamesItInThePlan() {
        Proposal proposal = plan(gateway(text -> new ModelReply.Answered<>(text, PLAN, "openai/gpt")));

        assertThat(proposal).isInstanceOfSatisfying(Planned.class, planned -> {
            assertThat(planned.model()).isEqualTo("openai/gpt");
            assertThat(planned.promptVersion()).isEqualTo("planner/plan@1");
        });
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.role().key()).isEqualTo("planner");
            assertThat(request.causeEventId()).isEqualTo("e-1");
            assertThat(request.subject()).isEqualTo("discounts");
            assertThat(request.labels())
                    .containsEntry("requirementId", "req-1")
                    .containsEntry("traceparent", "00-a-b-01");
        });
    }

    @Test
    void everyOtherOutcomeIsAFailedPlanThatSaysWhatToDo() {
        assertThat(plan(gateway(text -> new ModelReply.Refused<>("The budget is spent.", "Raise it."))))
                .isEqualTo(failed("The model was not asked: The budget is spent. Raise it."));
        assertThat(plan(gateway(text -> new ModelReply.Unavailable<>("Timed out.", "Check the route."))))
                .isEqualTo(failed("No model answered: Timed out. Check the route."));
        assertThat(plan(gateway(text -> new ModelReply.Invalid<>("No JSON.", "Try another model.", "x", "m"))))
                .isEqualTo(failed("The model's reply is not a plan: No JSON. Try another model."));
    }

    private static Failed failed(String reason) {
        return new Failed(reason + " Then have the plan made again (verdict REGENERATE).", "planner/plan@1");
    }

    private static Proposal plan(ModelGateway gateway) {
        PlanningTask task = new PlanningTask(Samples.epic("Ten percent off."), 1, List.of(), List.of(), List.of());
        return new ModelPlanner(gateway).propose(task, new Cause("e-1", "req-1", "00-a-b-01"));
    }

    private ModelGateway gateway(Function<Object, ModelReply<?>> reply) {
        return new ModelGateway() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> ModelReply<T> complete(ModelRequest<T> request) {
                requests.add(request);
                try {
                    return (ModelReply<T>) reply.apply(request.reader().read(PLAN));
                } catch (UnreadableReply e) {
                    throw new AssertionError(e);
                }
            }
        };
    }
}
