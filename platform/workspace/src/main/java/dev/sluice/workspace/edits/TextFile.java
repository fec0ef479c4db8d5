package dev.sluice.workspace.edits;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file as lines, with how they end remembered.
 *
 * @param windows whether every line ends with a carriage return and a line feed
 * @param finalNewline whether the last line ends at all
 */
record TextFile(List<String> lines, boolean windows, boolean finalNewline) {

    /** Empty when the bytes are no text. */
    static Optional<TextFile> of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(of(text));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static TextFile of(String text) {
        int feeds = count(text, "\n");
        boolean windows = feeds > 0 && count(text, "\r\n") == feeds;
        String plain = windows ? text.replace("\r\n", "\n") : text;
        if (plain.isEmpty()) {
            return new TextFile(List.of(), false, true);
        }
        boolean finalNewline = plain.endsWith("\n");
        String body = finalNewline ? plain.substring(0, plain.length() - 1) : plain;
        return new TextFile(List.of(body.split("\n", -1)), windows, finalNewline);
    }

    TextFile withLines(List<String> changed) {
        return new TextFile(List.copyOf(changed), windows, lines.isEmpty() || finalNewline);
    }

    TextFile withFinalNewline(boolean present) {
        return new TextFile(lines, windows, present);
    }

    byte[] bytes() {
        String end = windows ? "\r\n" : "\n";
        String text = lines.isEmpty() ? "" : String.join(end, lines) + (finalNewline ? end : "");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every line, from 0, at which these lines stand; overlapping places count each. */
    List<Integer> find(List<String> wanted, boolean ignoreTrailingSpace) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i + wanted.size() <= lines.size(); i++) {
            boolean same = true;
            for (int j = 0; same && j < wanted.size(); j++) {
                String have = lines.get(i + j);
                String want = wanted.get(j);
                same = have.equals(want)
                        || (ignoreTrailingSpace && have.stripTrailing().equals(want.stripTrailing()));
            }
            if (same) {
                places.add(i);
            }
        }
        return places;
    }

    private static int count(String text, String part) {
        int n = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            n++;
        }
        return n;
    }
}
