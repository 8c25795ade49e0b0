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
 * The participants who are or were in one room: their rate limits and their names, of which no two that look alike are in use within
 * {@link #NAME_HOLD}. Knows all who are present and at most {@link #MAX_ABSENT} others; those absent longest are evicted. Not thread safe.
 */
final class Participants {

    /** Most absent participants known at a time; those present are bounded by the relay’s limit on viewers. */
    static final int MAX_ABSENT = 5_000;

    /** How long a name stays reserved after its holder was last seen. */
    static final Duration NAME_HOLD = Duration.ofHours(1);

    private final NanoClock clock;
    private final Map<String, Entry> here = new HashMap<>();

    /** Absent longest first. */
    private final Map<String, Entry> away = new LinkedHashMap<>();

    private final Map<String, String> holderOfKey = new HashMap<>();

    Participants(NanoClock clock) {
        this.clock = clock;
    }

    Optional<String> nameOf(String id) {
        return known(id).map(entry -> entry.name).filter(name -> !name.isEmpty());
    }

    /** The role a person had when they last joined. */
    Optional<ChatRole> lastRoleOf(String id) {
        return known(id).flatMap(entry -> entry.role);
    }

    /** Tag of the address a person last came from. */
    Optional<String> lastAddressOf(String id) {
        return known(id).flatMap(entry -> entry.address);
    }

    /** Whether another person uses a name that looks like this one. */
    boolean isTaken(String name, String by) {
        return NameKeys.of(name).stream().anyMatch(key -> isHeld(key, by));
    }

    /** Sets a person’s name, which must not be taken. */
    void name(String id, String name) {
        Entry entry = entry(id);
        forgetKeys(id, entry);
        entry.name = name;
        entry.lastSeen = clock.nanoTime();
        NameKeys.of(name).forEach(key -> holderOfKey.put(key, id));
    }

    void joined(String id) {
        Entry entry = entry(id);
        away.remove(id);
        here.put(id, entry);
        entry.present++;
        entry.lastSeen = clock.nanoTime();
    }

    /** The link by which a person last came. */
    Optional<String> lastLinkOf(String id) {
        return known(id).flatMap(entry -> entry.link);
    }

    /** Records a person’s role, address tag and link. */
    void remember(String id, ChatRole role, String address, Optional<String> link) {
        Entry entry = entry(id);
        entry.role = Optional.of(role);
        entry.address = Optional.of(address);
        entry.link = link;
    }

    void left(String id) {
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

    PersonLimits limitsOf(String id) {
        return entry(id).limits;
    }

    /** Why a person may not use a name; empty when they may. */
    Optional<Refusal> refuse(String id, String name, String camera, ChatRole role) {
        Optional<Refusal> rule = NameRules.refuse(name, camera, role);
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
        while (away.size() > MAX_ABSENT && eldest.hasNext()) {
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

    /** What is known about one person. */
    private static final class Entry {

        private final PersonLimits limits;
        private String name = "";
        private Optional<ChatRole> role = Optional.empty();
        private Optional<String> address = Optional.empty();
        private Optional<String> link = Optional.empty();
        private int present;
        private long lastSeen;

        Entry(NanoClock clock) {
            limits = new PersonLimits(clock);
        }
    }
}
