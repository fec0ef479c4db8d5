package dev.sluice.models.provider;

/** One way to reach models. Asks once: waiting, repeating and giving up are the gateway's business. */
public interface ModelProvider {

    /**
     * Asks. May block until the provider answers; an interrupt ends it.
     *
     * @throws ProviderFailure if no complete reply came back
     */
    ProviderReply ask(Question question) throws ProviderFailure, InterruptedException;

    /** Name after the OpenTelemetry GenAI conventions, for example {@code openai}. */
    String system();

    /** Whether it answers from this machine's memory or disk and so needs no time limit. */
    default boolean local() {
        return false;
    }
}
