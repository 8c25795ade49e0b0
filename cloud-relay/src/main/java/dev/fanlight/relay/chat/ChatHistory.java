package dev.fanlight.relay.chat;

import dev.fanlight.relay.audience.Shared;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** The newest lines of one room, in the form in which they are told. At most {@link #MAX_LINES}. Not thread safe. */
final class ChatHistory {

    /** Most lines that somebody is told who comes back. */
    static final int MAX_LINES = 500;

    /** How many lines somebody is told who comes for the first time. */
    static final int FIRST_LINES = 100;

    private record Told(ChatLine line, Shared encoded) {}

    private final Deque<Told> lines = new ArrayDeque<>();
    private long last;

    /**
     * What somebody who joins is told.
     *
     * @param lines oldest first, each retained for the caller
     * @param last newest seq of the room
     * @param gap lines that were missed and cannot be told any more
     */
    record Excerpt(List<Shared> lines, long last, long gap) {}

    ChatHistory(long last) {
        this.last = last;
    }

    /** Takes a line and the one reference to its encoded form over. */
    void add(ChatLine line, Shared encoded) {
        last = Math.max(last, line.seq());
        lines.add(new Told(line, encoded));
        if (lines.size() > MAX_LINES) {
            lines.remove().encoded.release();
        }
    }

    void forgetBefore(long timeMicros) {
        while (!lines.isEmpty() && lines.element().line.timeMicros() < timeMicros) {
            lines.remove().encoded.release();
        }
    }

    OptionalLong seqOf(String person, String clientId) {
        return lines.stream()
                .filter(told -> told.line.person().equals(person)
                        && told.line.clientId().equals(clientId))
                .mapToLong(told -> told.line.seq())
                .findFirst();
    }

    Excerpt excerpt(OptionalLong since) {
        long known = since.orElse(0);
        List<Told> missed =
                lines.stream().filter(told -> told.line.seq() > known).toList();
        int skipped = since.isPresent() ? 0 : Math.max(0, missed.size() - FIRST_LINES);
        List<Shared> told = new ArrayList<>();
        for (Told line : missed.subList(skipped, missed.size())) {
            line.encoded.retain();
            told.add(line.encoded);
        }
        return new Excerpt(told, last, since.isPresent() ? gap(known, missed) : 0);
    }

    private long gap(long known, List<Told> missed) {
        long firstTold = missed.isEmpty() ? last + 1 : missed.get(0).line.seq();
        return Math.max(0, firstTold - known - 1);
    }
}
