package dev.sluice.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatIsWrittenIsRead() {
        Headers headers = Envelope.headers(
                "type", "key", new EventIdentity("id", "cause", "correlation", null), "/sluice/test", NOW);
        Delivery delivery = Envelope.delivery(headers, "key", "topic/0/1", 0);
        assertThat(delivery.eventId()).isEqualTo("id");
        assertThat(delivery.correlationId()).isEqualTo("correlation");
        assertThat(delivery.occurredAt()).isEqualTo(NOW);
        assertThat(delivery.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void aRecordWithoutAnEnvelopeHasTheSameIdOnEveryDelivery() {
        Delivery first = Envelope.delivery(new RecordHeaders(), "key", "topic/0/1", 5);
        assertThat(first).isEqualTo(Envelope.delivery(new RecordHeaders(), "key", "topic/0/1", 5));
        assertThat(first.eventId())
                .isNotEqualTo(Envelope.delivery(new RecordHeaders(), "key", "topic/0/2", 5)
                        .eventId());
        assertThat(first.correlationId()).isEqualTo("key");
        assertThat(first.occurredAt()).isEqualTo(Instant.ofEpochMilli(5));
    }

    @Test
    void hostileHeadersAreIgnored() {
        Headers headers = new RecordHeaders();
        headers.add(Envelope.ID, new byte[] {(byte) 0xff, (byte) 0xfe});
        headers.add(Envelope.TIME, "yesterday".getBytes(StandardCharsets.UTF_8));
        headers.add(Envelope.TRACEPARENT, "00-zz".getBytes(StandardCharsets.UTF_8));
        headers.add(Envelope.CORRELATION, null);
        Delivery delivery = Envelope.delivery(headers, null, "topic/0/1", 5);
        assertThat(delivery.eventId()).isEqualTo(EventIdentity.derive("record", "topic/0/1"));
        assertThat(delivery.occurredAt()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(delivery.traceparent()).isNull();
        assertThat(delivery.key()).isEmpty();
    }

    @Test
    void aTraceIsContinuedWithANewSpanAndAnInvalidOneIsBegunAnew() {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
        assertThat(TraceParent.next(parent))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-00")
                .isNotEqualTo(parent);
        assertThat(TraceParent.next("00-" + "0".repeat(32) + "-b7ad6b7169203331-01"))
                .doesNotContain("0".repeat(32));
        assertThat(TraceParent.next("nonsense")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void tellsWhatMayPassFromWhatWillNot() {
        assertThat(Failures.isTransient(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Failures.isTransient(new IllegalStateException("a bug"))).isFalse();
        assertThat(Failures.isTransient(
                        new dev.sluice.messaging.PermanentFailure("no", new ConnectException("refused"))))
                .isFalse();
    }
}
