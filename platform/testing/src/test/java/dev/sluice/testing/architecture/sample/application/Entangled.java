package dev.sluice.testing.architecture.sample.application;

import dev.sluice.testing.architecture.sample.adapter.web.Page;

/** Breaks the rules of the application. */
public final class Entangled {
    public Page page() {
        return new Page();
    }
}
