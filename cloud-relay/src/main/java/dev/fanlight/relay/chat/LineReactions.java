package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatReactions;
import dev.fanlight.protocol.chat.Reaction;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The reactions to the lines of one room, by line and kind the people. Not thread safe. */
final class LineReactions {

    /** Most reactions that are taken to one line; more are refused until some are taken back. */
    static final int MOST_A_LINE = 500;

    private final Map<Long, Map<Reaction, Set<String>>> people = new HashMap<>();

    /** Whether a reaction would change something that may be changed. */
    boolean accepts(ReactionChange change) {
        boolean has = of(change.seq(), change.reaction()).contains(change.person());
        return has != change.on() && (!change.on() || count(change.seq()) < MOST_A_LINE);
    }

    /** Adds a reaction or takes it back; whether that has changed something. */
    boolean apply(ReactionChange change) {
        if (change.on()) {
            return people.computeIfAbsent(change.seq(), seq -> new EnumMap<>(Reaction.class))
                    .computeIfAbsent(change.reaction(), reaction -> new HashSet<>())
                    .add(change.person());
        }
        return of(change.seq(), change.reaction()).remove(change.person());
    }

    /** What all receive about a line. */
    ChatReactions of(long seq) {
        Map<Reaction, Integer> counts = new EnumMap<>(Reaction.class);
        line(seq).forEach((reaction, who) -> {
            if (!who.isEmpty()) {
                counts.put(reaction, who.size());
            }
        });
        return new ChatReactions(seq, counts, Optional.empty());
    }

    /** What one person receives about a line. */
    ChatReactions of(long seq, String person) {
        Set<Reaction> mine = EnumSet.noneOf(Reaction.class);
        line(seq).forEach((reaction, who) -> {
            if (who.contains(person)) {
                mine.add(reaction);
            }
        });
        return new ChatReactions(seq, of(seq).counts(), Optional.of(mine));
    }

    /** The lines to which there are reactions. */
    Set<Long> lines() {
        return Set.copyOf(people.keySet());
    }

    /** Forgets the reactions to all lines before that one. */
    void forgetBefore(long seq) {
        people.keySet().removeIf(line -> line < seq);
    }

    /** Puts the reactions to all lines in place of those here; returns the lines at which they differ. */
    Set<Long> replace(LineReactions stored) {
        Set<Long> changed = new HashSet<>(people.keySet());
        changed.addAll(stored.people.keySet());
        changed.removeIf(seq -> line(seq).equals(stored.line(seq)));
        people.clear();
        people.putAll(stored.people);
        return changed;
    }

    private int count(long seq) {
        return line(seq).values().stream().mapToInt(Set::size).sum();
    }

    private Map<Reaction, Set<String>> line(long seq) {
        return Objects.requireNonNullElse(people.get(seq), Map.of());
    }

    private Set<String> of(long seq, Reaction reaction) {
        return line(seq).getOrDefault(reaction, new HashSet<>());
    }
}
