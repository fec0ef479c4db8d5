package dev.sluice.models.gateway;

import dev.sluice.models.ModelRequest;
import dev.sluice.models.provider.Question;
import dev.sluice.models.provider.Question.Speaker;
import dev.sluice.models.provider.Question.Turn;
import java.util.List;

/**
 * One exchange of a request: the question itself, or the round in which the model may put its reply right.
 *
 * @param step what the journal and the trace know it by
 */
record Round(String step, Question question) {

    private static final int LONGEST_QUOTE = 100_000;

    static Round first(ModelRequest<?> request) {
        return new Round(request.step(), question(request, request.step(), List.of(user(request))));
    }

    static Round repair(ModelRequest<?> request, String reply, String problem) {
        String step = request.step() + "-repair";
        String quoted = reply.length() <= LONGEST_QUOTE ? reply : reply.substring(0, LONGEST_QUOTE);
        Turn plea = new Turn(
                Speaker.USER,
                "Your reply could not be used: " + problem
                        + "\nGive the whole answer again, put right, in the format asked for at first.");
        return new Round(step, question(request, step, List.of(user(request), new Turn(Speaker.MODEL, quoted), plea)));
    }

    /** Key of the journal. */
    String journalStep() {
        return "model:" + step;
    }

    private static Turn user(ModelRequest<?> request) {
        return new Turn(Speaker.USER, request.prompt().user());
    }

    private static Question question(ModelRequest<?> request, String step, List<Turn> turns) {
        return new Question(
                request.role(), request.subject(), step, "", request.prompt().system(), turns);
    }
}
