package dev.sluice.events.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check fails on a schema that is broken on purpose. */
class CompatibilityTest {

    private static final String RELEASED = """
            {"type":"record","name":"Paid","namespace":"dev.sluice.events","doc":"d","fields":[
              {"name":"id","type":"string","doc":"d"},
              {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"},"doc":"d"},
              {"name":"amount","type":{"type":"bytes","logicalType":"decimal","precision":18,"scale":6},"doc":"d"},
              {"name":"note","type":["null","string"],"doc":"d","default":null},
              {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","doc":"d","fields":[
                {"name":"text","type":"string","doc":"d","default":""}]}},"doc":"d","default":[]},
              {"name":"state","type":{"type":"enum","name":"State","doc":"d","symbols":["UNKNOWN","DONE"],"default":"UNKNOWN"},"doc":"d"}
            ]}
            """;

    @Test
    void anUnchangedSchemaBreaksNothing() {
        assertThat(Compatibility.breaks(parse(RELEASED), parse(RELEASED))).isEmpty();
    }

    @Test
    void aNewFieldWithDefaultAndANewSymbolBreakNothing() {
        Schema current = parse(RELEASED.replace(
                        "{\"name\":\"id\"",
                        "{\"name\":\"added\",\"type\":\"int\",\"doc\":\"d\",\"default\":0},{\"name\":\"id\"")
                .replace("\"DONE\"", "\"DONE\",\"OPEN\""));

        assertThat(Compatibility.breaks(parse(RELEASED), current)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            timestamp-millis                 | timestamp-micros                  | logicalType changed from timestamp-millis to timestamp-micros
            "precision":18                   | "precision":20                    | precision changed from 18 to 20
            "scale":6                        | "scale":2                         | scale changed from 6 to 2
            "namespace":"dev.sluice.events"  | "namespace":"dev.other"           | name changed from dev.sluice.events.Paid to dev.other.Paid
            {"name":"id","type":"string"     | {"name":"id","type":"long"        | type changed from STRING to LONG
            {"name":"id","type":"string"     | {"name":"id","type":["null","string"],"default":null | type changed from STRING to UNION
            "type":["null","string"]         | "type":["null","string","int"]    | a released union keeps its branches
            "symbols":["UNKNOWN","DONE"]     | "symbols":["UNKNOWN"]             | released symbols [DONE] were taken away
            "default":"UNKNOWN"              | "default":"DONE"                  | default symbol changed from UNKNOWN to DONE
            {"name":"id","type"              | {"name":"new","type":"int","doc":"d"},{"name":"id","type" | a field added after a release needs a default
            {"name":"note","type"            | {"name":"remark","type"           | Paid.note: a released field was taken away
            {"name":"text","type":"string"   | {"name":"text","type":{"type":"string","logicalType":"uuid"} | Line.text: logicalType changed
            """)
    void aBrokenSchemaIsNamed(String before, String after, String expected) {
        Schema current = parse(RELEASED.replace(before, after));

        assertThat(current.toString()).isNotEqualTo(parse(RELEASED).toString());
        assertThat(Compatibility.breaks(parse(RELEASED), current))
                .anySatisfy(found -> assertThat(found).contains(expected));
    }

    @Test
    void avrosOwnCheckIsAskedInBothDirections() {
        Schema withoutDefault = parse(RELEASED.replace("{\"name\":\"id\",\"type\":\"string\",\"doc\":\"d\"},", ""));

        assertThat(Compatibility.breaks(parse(RELEASED), withoutDefault))
                .anySatisfy(found -> assertThat(found).startsWith("released readers cannot read today's data"));
        assertThat(Compatibility.breaks(withoutDefault, parse(RELEASED)))
                .anySatisfy(found -> assertThat(found).startsWith("today's readers cannot read released data"));
    }

    private static Schema parse(String text) {
        return new SchemaParser().parse(text).mainSchema();
    }
}
