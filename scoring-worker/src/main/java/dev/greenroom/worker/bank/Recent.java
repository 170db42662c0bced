package dev.greenroom.worker.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The values that were asked for last. What is missing is read outside of the lock, by two callers at once if need be. */
final class Recent<K, V> {

    private final Map<K, V> values;

    Recent(int capacity) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    V get(K key, Function<K, V> read) {
        V value;
        synchronized (values) {
            value = values.get(key);
        }
        if (value == null) {
            value = read.apply(key);
            synchronized (values) {
                values.put(key, value);
            }
        }
        return value;
    }
}
