package dev.sluice.reviewer.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ids of remarks: equal for the same remark on the same code, however the code around it moves. A remark on a line is known by
 * role, category, file and the text of that line; any other by role, category, file and message.
 */
public final class RemarkIds {

    private RemarkIds() {}

    /** One id for each remark, in order. */
    public static List<String> of(Role role, List<Remark> remarks, List<AddedLine> lines) {
        Map<String, String> texts = new HashMap<>();
        lines.forEach(line ->
                texts.put(line.path() + "\n" + line.number(), line.text().strip()));
        Map<String, Integer> seen = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (Remark remark : remarks) {
            String text = texts.getOrDefault(remark.file() + "\n" + remark.line(), "");
            String name = String.join(
                    "\n",
                    role.key(),
                    remark.category(),
                    String.valueOf(remark.file()),
                    text.isEmpty() ? remark.message() : text);
            int count = seen.merge(name, 1, Integer::sum);
            ids.add(UUID.nameUUIDFromBytes((name + "\n" + count).getBytes(StandardCharsets.UTF_8))
                    .toString());
        }
        return ids;
    }
}
