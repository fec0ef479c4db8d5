package dev.sluice.events.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule fails on a schema that is broken on purpose. */
class SchemaRulesTest {

    private static final String SOUND = """
            {"type":"record","name":"Paid","namespace":"dev.sluice.events","doc":"type doc","fields":[
              {"name":"id","type":"string","doc":"field doc"},
              {"name":"paidAt","type":{"type":"long","logicalType":"timestamp-millis"},"doc":"d"},
              {"name":"amount","type":["null",{"type":"bytes","logicalType":"decimal","precision":18,"scale":6}],"doc":"d"},
              {"name":"states","type":{"type":"map","values":{"type":"enum","name":"State","doc":"enum doc",
                "symbols":["UNKNOWN"],"default":"UNKNOWN"}},"doc":"d"}
            ]}
            """;

    @Test
    void aSoundSchemaHasNoViolation() {
        assertThat(SchemaRules.violations(parse(SOUND))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ,"doc":"type doc"               | ~~                              | Paid: the type has no doc
            ,"doc":"field doc"              | ~~                              | Paid.id: the field has no doc
            "doc":"enum doc"                | "doc":" "                       | State: the type has no doc
            ,"default":"UNKNOWN"            | ~~                              | State: the enum has no default
            "logicalType":"timestamp-millis"| "logicalType":"timestamp-micros"| Paid.paidAt: a point in time is a long with logicalType timestamp-millis
            ,"logicalType":"timestamp-millis"| ~~                             | Paid.paidAt: a point in time is a long with logicalType timestamp-millis
            "scale":6                       | "scale":2                       | Paid.amount: money is decimal(18,6)
            "precision":18,"scale":6        | "precision":2,"scale":6         | Avro does not understand logicalType decimal
            dev.sluice.events               | dev.other                       | the namespace must be dev.sluice.events
            {"name":"id","type":"string"    | {"name":"id","type":{"type":"fixed","name":"F","size":2} | fixed types are not used
            """)
    void aBrokenSchemaIsNamed(String before, String after, String expected) {
        Schema broken = parse(SOUND.replace(before, after));

        assertThat(SchemaRules.violations(broken))
                .anySatisfy(found -> assertThat(found).contains(expected));
    }

    private static Schema parse(String text) {
        return new SchemaParser().parse(text).mainSchema();
    }
}
