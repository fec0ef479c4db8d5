package dev.sluice.models.trace;

/** Is told of every call when it is over. */
public interface CallObserver {

    /** Takes note; must not block for longer than it has to. */
    void over(Call call);
}
