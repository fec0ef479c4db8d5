package dev.sluice.console.adapter.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which character is wrong and where. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, String> {

    private int max;
    private boolean lines;

    @Override
    public void initialize(PlainText rule) {
        max = rule.max();
        lines = rule.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        Optional<String> problem = text == null ? Optional.empty() : problem(text);
        problem.ifPresent(message -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        });
        return problem.isEmpty();
    }

    private Optional<String> problem(String text) {
        if (text.length() > max) {
            return Optional.of("is longer than " + max + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (refused(c) || unpaired(text, i)) {
                return Optional.of("has the character U+%04X at position %d, which is not allowed here: take it out"
                        .formatted((int) c, i + 1));
            }
        }
        return Optional.empty();
    }

    private boolean refused(char c) {
        boolean lineEnd = c == '\n' || c == '\r' || c == '\t';
        boolean reversing = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return (Character.isISOControl(c) && !(lines && lineEnd)) || reversing;
    }

    private static boolean unpaired(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
