package dev.sluice.workspace.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptOutputTest {

    @Test
    void keepsShortOutputWhole() {
        assertThat(kept(100, "hello ", "wörld").text()).isEqualTo("hello wörld");
        assertThat(kept(8, "12345678").text()).isEqualTo("12345678");
    }

    @Test
    void leavesOutTheMiddle() {
        KeptOutput output = kept(8, "ab", "cdefgh", "ij", "klmnop");
        assertThat(output.truncated()).isTrue();
        assertThat(output.text()).isEqualTo("ab\n[… 8 bytes left out …]\nklmnop");
    }

    @Test
    void dropsColoursAndControlCharacters() {
        assertThat(kept(100, "\u001B[31mred\u001B[0m\u0000\u0007\r\n\tend").text())
                .isEqualTo("red\n\tend");
    }

    private static KeptOutput kept(int size, String... parts) {
        KeptOutput output = new KeptOutput(size);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            output.add(bytes, bytes.length);
        }
        return output;
    }
}
