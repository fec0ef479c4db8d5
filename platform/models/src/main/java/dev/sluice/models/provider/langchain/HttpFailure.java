package dev.sluice.models.provider.langchain;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** A response other than 2xx, with the headers that LangChain4j's own exception loses. */
final class HttpFailure extends RuntimeException {

    private static final int LONGEST_EXCERPT = 500;

    private final int status;
    private final transient HttpHeaders headers;

    HttpFailure(int status, HttpHeaders headers, String body) {
        super(body.length() <= LONGEST_EXCERPT ? body : body.substring(0, LONGEST_EXCERPT) + "…");
        this.status = status;
        this.headers = headers;
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
