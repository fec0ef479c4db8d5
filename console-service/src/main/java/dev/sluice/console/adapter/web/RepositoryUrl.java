package dev.sluice.console.adapter.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place that git can clone from, without credentials in it. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = RepositoryUrl.Validator.class)
@interface RepositoryUrl {

    String message() default "must be an absolute path, file://, https://, http://, git://, ssh:// or user@host:path";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the form; whether it can be reached is found out by who clones it. */
    final class Validator implements ConstraintValidator<RepositoryUrl, String> {

        private static final Pattern FORM = Pattern.compile(
                "/.+|[A-Za-z]:[\\\\/].+|(file|git)://.+|https?://[^/@\\s]+/?.*|ssh://([^/@:\\s]+@)?[^/@\\s]+/.+|[\\w.-]+@[\\w.-]+:[^-].*");
        private static final Pattern CREDENTIALS = Pattern.compile("[a-z]+://[^/@]*:[^/@]*@.*|https?://[^/]*@.*");

        @Override
        public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
            if (url == null) {
                return true;
            }
            if (CREDENTIALS.matcher(url).matches()) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(
                                "has credentials in it. Give them to the services that clone"
                                        + " it through git's credential helper, and leave them out here")
                        .addConstraintViolation();
                return false;
            }
            return FORM.matcher(url).matches();
        }
    }
}
