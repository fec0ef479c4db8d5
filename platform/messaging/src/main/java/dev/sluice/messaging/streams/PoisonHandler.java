package dev.sluice.messaging.streams;

import dev.sluice.messaging.deadletters.DeadLetterWriter;
import dev.sluice.messaging.kafka.Failures;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends bytes that are no event to the dead letters and goes on. While the registry or the broker is away, it stops. */
public final class PoisonHandler implements DeserializationExceptionHandler {

    static final String WRITER = "sluice.dead.letter.writer";

    private static final Logger LOG = LoggerFactory.getLogger(PoisonHandler.class);

    private @Nullable DeadLetterWriter writer;
    private String group = "";

    @Override
    public void configure(Map<String, ?> settings) {
        writer = (DeadLetterWriter) settings.get(WRITER);
        group = String.valueOf(settings.get(StreamsConfig.APPLICATION_ID_CONFIG));
    }

    @Override
    public DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
        DeadLetterWriter deadLetters = writer;
        if (Failures.isTransient(failure) || deadLetters == null) {
            return DeserializationHandlerResponse.FAIL;
        }
        try {
            deadLetters.write(record, failure, group);
            return DeserializationHandlerResponse.CONTINUE;
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("reason", Failures.reason(e))
                    .log("A dead letter could not be written; the record is read again");
            return DeserializationHandlerResponse.FAIL;
        }
    }
}
