package dev.fanlight.relay.chat;

import dev.fanlight.protocol.Refusal;
import dev.fanlight.relay.rate.TokenBucket;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is or was in one room: names, which are unique among those seen within {@link #NAME_HOLD}, and rates. Knows at most
 * {@link #MAX_PEOPLE}; those who were away longest are forgotten. Not thread safe.
 */
final class People {

    /** Most people known at a time. */
    static final int MAX_PEOPLE = 5_000;

    /** How long a name stays somebody’s after they were last seen. */
    static final Duration NAME_HOLD = Duration.ofHours(1);

    /** Least time between two changes of a name. */
    static final Duration RENAME_INTERVAL = Duration.ofSeconds(10);

    /** Lines in a row. */
    static final int CHAT_BURST = 3;

    /** Lines a second after that: three in four seconds. */
    static final double CHAT_RATE = 0.75;

    private final NanoClock clock;
    private final Map<String, Entry> people = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, String> holderOfName = new LinkedHashMap<>();

    People(NanoClock clock) {
        this.clock = clock;
    }

    Optional<String> nameOf(String id) {
        return Optional.ofNullable(people.get(id)).map(entry -> entry.name);
    }

    /** Whether somebody else has this name. */
    boolean isTaken(String name, String by) {
        String holder = holderOfName.get(Graphemes.fold(name));
        Entry entry = holder == null || holder.equals(by) ? null : people.get(holder);
        return entry != null && (entry.present > 0 || clock.nanoTime() - entry.lastSeen < NAME_HOLD.toNanos());
    }

    /** Gives somebody a name that is not taken. */
    void name(String id, String name) {
        Entry entry = people.computeIfAbsent(id, i -> new Entry(clock));
        holderOfName.remove(Graphemes.fold(entry.name), id);
        entry.name = name;
        entry.lastSeen = clock.nanoTime();
        holderOfName.put(Graphemes.fold(name), id);
        forgetTooMany();
    }

    void came(String id) {
        Entry entry = people.computeIfAbsent(id, i -> new Entry(clock));
        entry.present++;
        entry.lastSeen = clock.nanoTime();
    }

    void went(String id) {
        Entry entry = people.get(id);
        if (entry != null) {
            entry.present = Math.max(0, entry.present - 1);
            entry.lastSeen = clock.nanoTime();
        }
    }

    /** How long somebody has to wait before the next line; empty when it may come now, and is counted. */
    Optional<Duration> waitToTalk(String id) {
        return take(people.computeIfAbsent(id, i -> new Entry(clock)).lines);
    }

    /** How long somebody has to wait before the next change of name; empty when it may come now, and is counted. */
    Optional<Duration> waitToRename(String id) {
        return take(people.computeIfAbsent(id, i -> new Entry(clock)).renames);
    }

    /** Why somebody may not be called so. */
    Optional<Refusal> refuse(String id, String name, String camera) {
        Optional<Refusal> rule = ChatRules.refuseName(name, camera);
        return rule.isPresent() || !isTaken(name, id) ? rule : Optional.of(Refusal.TAKEN);
    }

    private static Optional<Duration> take(TokenBucket bucket) {
        return bucket.take(1) ? Optional.empty() : Optional.of(bucket.untilAvailable(1));
    }

    private void forgetTooMany() {
        Iterator<Map.Entry<String, Entry>> eldest = people.entrySet().iterator();
        while (people.size() > MAX_PEOPLE && eldest.hasNext()) {
            Map.Entry<String, Entry> next = eldest.next();
            holderOfName.remove(Graphemes.fold(next.getValue().name), next.getKey());
            eldest.remove();
        }
    }

    /** What is known of one person. */
    private static final class Entry {

        private final TokenBucket lines;
        private final TokenBucket renames;
        private String name = "";
        private int present;
        private long lastSeen;

        Entry(NanoClock clock) {
            lines = new TokenBucket(clock, CHAT_RATE, CHAT_BURST);
            renames = new TokenBucket(clock, 1.0 / RENAME_INTERVAL.toSeconds(), 1);
        }
    }
}
