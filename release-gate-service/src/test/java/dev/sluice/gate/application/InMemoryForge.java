package dev.sluice.gate.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A forge without git: answers what it was told to, and remembers what it showed. */
final class InMemoryForge implements Forge {

    final List<MergeOrder> orders = new ArrayList<>();
    final Map<String, List<CommitStatus>> shown = new LinkedHashMap<>();
    MergeAnswer answer = new MergeAnswer.Merged("m".repeat(40), "7".repeat(40));

    @Override
    public MergeAnswer merge(MergeOrder order) {
        orders.add(order);
        return answer;
    }

    @Override
    public void show(String repository, String commit, List<CommitStatus> statuses) {
        shown.put(commit, statuses);
    }
}
