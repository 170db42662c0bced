package dev.greenroom.api.live;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who wants to hear of which thing. A listener is called on the thread that brings the news, and must not hold it up. */
final class Listeners {

    private final Map<UUID, Set<Runnable>> byThing = new ConcurrentHashMap<>();

    void add(UUID thing, Runnable listener) {
        byThing.compute(thing, (_, listeners) -> {
            Set<Runnable> all = listeners == null ? ConcurrentHashMap.newKeySet() : listeners;
            all.add(listener);
            return all;
        });
    }

    void remove(UUID thing, Runnable listener) {
        byThing.computeIfPresent(thing, (_, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    void call(UUID thing) {
        byThing.getOrDefault(thing, Set.of()).forEach(Runnable::run);
    }

    void callAll() {
        byThing.values().forEach(listeners -> listeners.forEach(Runnable::run));
    }

    boolean isEmpty() {
        return byThing.isEmpty();
    }
}
