package dev.fanlight.relay.chat;

import dev.fanlight.relay.buffer.SharedBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The newest lines of one room with their encoded form, removed ones included so that they can be restored. At most {@link #MAX_LINES}. Not
 * thread safe.
 */
final class ChatHistory {

    /** Most lines that a returning member receives. */
    static final int MAX_LINES = 500;

    /** Most lines that a new member receives. */
    static final int FIRST_LINES = 100;

    private record Entry(ChatLine line, SharedBuffer encoded) {}

    private final NavigableMap<Long, Entry> lines = new TreeMap<>();
    private long last;

    /**
     * What a joining member receives.
     *
     * @param changed lines up to the last one seen that have been removed or restored, oldest first
     * @param lines missed lines, oldest first, each retained for the caller
     * @param last newest seq of the room
     * @param gap number of missed lines that are no longer kept
     */
    record Excerpt(List<ChatLine> changed, List<SharedBuffer> lines, long last, long gap) {}

    ChatHistory(long last) {
        this.last = last;
    }

    /** The highest number of a line. */
    long last() {
        return last;
    }

    /** The number of the oldest line that is kept; of the next line when there is none. */
    long first() {
        return lines.isEmpty() ? last + 1 : lines.firstKey();
    }

    /** Adds a line; takes over the one reference to its encoded form. */
    void add(ChatLine line, SharedBuffer encoded) {
        last = Math.max(last, line.seq());
        lines.put(line.seq(), new Entry(line, encoded));
        if (lines.size() > MAX_LINES) {
            forgetFirst();
        }
    }

    /** Records that a line was removed or restored; does nothing for a line that is not kept here. */
    void mark(long seq, Removal removal) {
        lines.computeIfPresent(seq, (s, entry) -> new Entry(entry.line.with(removal), entry.encoded));
    }

    /** A line that is kept here, removed or not. */
    Optional<ChatLine> line(long seq) {
        return Optional.ofNullable(lines.get(seq)).map(Entry::line);
    }

    /** The number of a line that a new one may answer: one that is shown. */
    OptionalLong answerable(OptionalLong seq) {
        return seq.isPresent()
                        && line(seq.getAsLong()).filter(ChatLine::isVisible).isPresent()
                ? seq
                : OptionalLong.empty();
    }

    void forgetBefore(long timeMicros) {
        while (!lines.isEmpty() && lines.firstEntry().getValue().line.timeMicros() < timeMicros) {
            forgetFirst();
        }
    }

    OptionalLong seqOf(String person, String clientId) {
        return lines.values().stream()
                .filter(entry -> entry.line.person().equals(person)
                        && entry.line.clientId().equals(clientId))
                .mapToLong(entry -> entry.line.seq())
                .findFirst();
    }

    Excerpt excerpt(OptionalLong since) {
        long known = since.orElse(0);
        List<Entry> missed = lines.tailMap(known, false).values().stream()
                .filter(entry -> entry.line.isVisible())
                .toList();
        int skipped = since.isPresent() ? 0 : Math.max(0, missed.size() - FIRST_LINES);
        List<SharedBuffer> encoded = new ArrayList<>();
        for (Entry entry : missed.subList(skipped, missed.size())) {
            entry.encoded.retain();
            encoded.add(entry.encoded);
        }
        return new Excerpt(changed(known), encoded, last, since.isPresent() ? gap(known) : 0);
    }

    private List<ChatLine> changed(long known) {
        return lines.headMap(known, true).values().stream()
                .map(Entry::line)
                .filter(line -> line.removal().isPresent())
                .toList();
    }

    /** Removed lines do not count: nothing is missing that others see. */
    private long gap(long known) {
        Long firstKept = lines.higherKey(known);
        return Math.max(0, (firstKept == null ? last + 1 : firstKept) - known - 1);
    }

    private void forgetFirst() {
        lines.pollFirstEntry().getValue().encoded.release();
    }
}
