package dev.sluice.reviewer.adapter.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Keeps the last few results of equal work, so that four roles read a change once. What fails is not kept. */
final class RecentResults<K, V> {

    private final Map<K, CompletableFuture<V>> results;

    RecentResults(int most) {
        results = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                return size() > most;
            }
        };
    }

    V get(K key, Supplier<V> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> known;
        synchronized (results) {
            known = results.putIfAbsent(key, mine);
        }
        return known == null ? complete(key, mine, work) : await(known);
    }

    private V complete(K key, CompletableFuture<V> mine, Supplier<V> work) {
        try {
            V value = work.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            synchronized (results) {
                results.remove(key, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static <V> V await(CompletableFuture<V> known) {
        try {
            return known.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
