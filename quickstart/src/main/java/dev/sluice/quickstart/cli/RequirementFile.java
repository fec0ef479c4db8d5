package dev.sluice.quickstart.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A requirement as people write it: Markdown whose first heading is the title and whose section "Acceptance criteria" is a list.
 *
 * @param title the first heading, else the first line
 * @param body everything but the title and the criteria
 * @param acceptanceCriteria the items of the list
 */
record RequirementFile(String title, String body, List<String> acceptanceCriteria) {

    static RequirementFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new Failure(Failure.USAGE, file + " is not UTF-8 text; save it as UTF-8 and submit it again");
        } catch (IOException e) {
            throw new Failure(Failure.USAGE, "cannot read " + file + ": " + e.getMessage());
        }
    }

    static RequirementFile parse(String text) {
        String title = "";
        StringBuilder body = new StringBuilder();
        List<String> criteria = new ArrayList<>();
        boolean inCriteria = false;
        for (String line : text.lines().toList()) {
            String stripped = line.strip();
            if (title.isEmpty()) {
                title = stripped.replaceFirst("^#+\\s*", "");
            } else if (stripped.startsWith("#")) {
                inCriteria = stripped.toLowerCase(Locale.ROOT).contains("acceptance criteria");
                if (!inCriteria) {
                    body.append(line).append('\n');
                }
            } else if (inCriteria && stripped.matches("[-*+] .*")) {
                criteria.add(stripped.substring(2).strip());
            } else if (inCriteria && !criteria.isEmpty() && !stripped.isEmpty()) {
                criteria.add(criteria.removeLast() + " " + stripped);
            } else {
                body.append(line).append('\n');
            }
        }
        String description = body.toString().replaceAll("\n{3,}", "\n\n").strip();
        return new RequirementFile(title, description, List.copyOf(criteria));
    }
}
