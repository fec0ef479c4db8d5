package dev.sluice.gate.adapter.kafka;

/** Keeps foreign text short: state stays small whatever a model writes. */
final class Words {

    private Words() {}

    static String cut(String text, int longest) {
        String clean = text.strip();
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return clean.substring(0, end) + "…";
    }
}
