package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.relay.chat.text.NameKeys;
import dev.fanlight.relay.chat.text.NameRules;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is or was in one room: names, of which no two that look alike are held among those seen within {@link #NAME_HOLD}, and paces.
 * Knows whoever is here, and at most {@link #MAX_PEOPLE} others; those who were away longest are forgotten. Not thread safe.
 */
final class People {

    /** Most people known at a time who are not here; how many are here is bounded by the seats. */
    static final int MAX_PEOPLE = 5_000;

    /** How long a name stays somebody’s after they were last seen. */
    static final Duration NAME_HOLD = Duration.ofHours(1);

    private final NanoClock clock;
    private final Map<String, Entry> here = new HashMap<>();

    /** Who was away longest first. */
    private final Map<String, Entry> away = new LinkedHashMap<>();

    private final Map<String, String> holderOfKey = new HashMap<>();

    People(NanoClock clock) {
        this.clock = clock;
    }

    Optional<String> nameOf(String id) {
        return known(id).map(entry -> entry.name);
    }

    /** What somebody was when they came the last time. */
    Optional<ChatRole> lastRankOf(String id) {
        return known(id).flatMap(entry -> entry.rank);
    }

    /** Where somebody came from the last time. */
    Optional<String> lastAddressOf(String id) {
        return known(id).flatMap(entry -> entry.address);
    }

    /** Whether somebody else has a name that looks like this one. */
    boolean isTaken(String name, String by) {
        return NameKeys.of(name).stream().anyMatch(key -> isHeld(key, by));
    }

    /** Gives somebody a name that is not taken. */
    void name(String id, String name) {
        Entry entry = entry(id);
        forgetKeys(id, entry);
        entry.name = name;
        entry.lastSeen = clock.nanoTime();
        NameKeys.of(name).forEach(key -> holderOfKey.put(key, id));
    }

    void came(String id) {
        Entry entry = entry(id);
        away.remove(id);
        here.put(id, entry);
        entry.present++;
        entry.lastSeen = clock.nanoTime();
    }

    /** Remembers what somebody is, and where they came from. */
    void note(String id, ChatRole rank, String address) {
        Entry entry = entry(id);
        entry.rank = Optional.of(rank);
        entry.address = Optional.of(address);
    }

    void went(String id) {
        Entry entry = here.get(id);
        if (entry == null) {
            return;
        }
        entry.present--;
        entry.lastSeen = clock.nanoTime();
        if (entry.present == 0) {
            here.remove(id);
            away.put(id, entry);
            forgetTooMany();
        }
    }

    PersonPace paceOf(String id) {
        return entry(id).pace;
    }

    /** Why somebody may not be called so. */
    Optional<Refusal> refuse(String id, String name, String camera, ChatRole rank) {
        Optional<Refusal> rule = NameRules.refuse(name, camera, rank);
        return rule.isPresent() || !isTaken(name, id) ? rule : Optional.of(Refusal.TAKEN);
    }

    private Optional<Entry> known(String id) {
        return Optional.ofNullable(here.get(id)).or(() -> Optional.ofNullable(away.get(id)));
    }

    private Entry entry(String id) {
        return known(id).orElseGet(() -> {
            Entry entry = new Entry(clock);
            away.put(id, entry);
            forgetTooMany();
            return entry;
        });
    }

    private boolean isHeld(String key, String by) {
        Optional<String> holder = Optional.ofNullable(holderOfKey.get(key)).filter(id -> !id.equals(by));
        return holder.flatMap(this::known)
                .filter(entry -> entry.present > 0 || clock.nanoTime() - entry.lastSeen < NAME_HOLD.toNanos())
                .isPresent();
    }

    private void forgetTooMany() {
        Iterator<Map.Entry<String, Entry>> eldest = away.entrySet().iterator();
        while (away.size() > MAX_PEOPLE && eldest.hasNext()) {
            Map.Entry<String, Entry> next = eldest.next();
            forgetKeys(next.getKey(), next.getValue());
            eldest.remove();
        }
    }

    private void forgetKeys(String id, Entry entry) {
        if (!entry.name.isEmpty()) {
            NameKeys.of(entry.name).forEach(key -> holderOfKey.remove(key, id));
        }
    }

    /** What is known of one person. */
    private static final class Entry {

        private final PersonPace pace;
        private String name = "";
        private Optional<ChatRole> rank = Optional.empty();
        private Optional<String> address = Optional.empty();
        private int present;
        private long lastSeen;

        Entry(NanoClock clock) {
            pace = new PersonPace(clock);
        }
    }
}
