package dev.sluice.workspace.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Keeps the beginning and the end of a stream of any length in a fixed space. */
final class KeptOutput {

    private static final Pattern NOISE = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|[\\p{Cntrl}&&[^\n\t]]");

    private final byte[] head;
    private final byte[] tail;
    private int headUsed;
    private long tailSeen;

    KeptOutput(int bytes) {
        head = new byte[bytes / 4];
        tail = new byte[bytes - head.length];
    }

    synchronized void add(byte[] data, int length) {
        int toHead = Math.min(length, head.length - headUsed);
        System.arraycopy(data, 0, head, headUsed, toHead);
        headUsed += toHead;
        int from = toHead;
        if (length - from > tail.length) {
            tailSeen += length - from - tail.length;
            from = length - tail.length;
        }
        while (from < length) {
            int at = (int) (tailSeen % tail.length);
            int n = Math.min(length - from, tail.length - at);
            System.arraycopy(data, from, tail, at, n);
            tailSeen += n;
            from += n;
        }
    }

    synchronized boolean truncated() {
        return tailSeen > tail.length;
    }

    /** The text, without colours and other control characters. */
    synchronized String text() {
        String kept = truncated()
                ? utf8(head, headUsed) + "\n[… " + (tailSeen - tail.length) + " bytes left out …]\n"
                        + utf8(ring(), tail.length)
                : utf8(joined(), headUsed + (int) tailSeen);
        return NOISE.matcher(kept.replace("\r\n", "\n")).replaceAll("");
    }

    private byte[] ring() {
        int start = (int) (tailSeen % tail.length);
        byte[] ordered = new byte[tail.length];
        System.arraycopy(tail, start, ordered, 0, tail.length - start);
        System.arraycopy(tail, 0, ordered, tail.length - start, start);
        return ordered;
    }

    private byte[] joined() {
        byte[] all = new byte[headUsed + (int) tailSeen];
        System.arraycopy(head, 0, all, 0, headUsed);
        System.arraycopy(tail, 0, all, headUsed, (int) tailSeen);
        return all;
    }

    private static String utf8(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
