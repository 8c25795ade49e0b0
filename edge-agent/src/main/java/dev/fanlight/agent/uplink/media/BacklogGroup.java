package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.Tracks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was made from one key frame up to the next one. Not thread safe: the backlog’s lock guards it. */
final class BacklogGroup {

    private record Unit(int track, AccessUnit unit) {}

    private final long number;
    private final List<Track> tracks;
    private final long startMicros;
    private final List<Unit> units = new ArrayList<>();
    private long bytes;
    private long endMicros;
    private boolean missed;

    BacklogGroup(long number, List<Track> tracks, long startMicros) {
        this.number = number;
        this.tracks = tracks;
        this.startMicros = startMicros;
    }

    void add(int track, AccessUnit unit) {
        units.add(new Unit(track, unit));
        bytes += unit.size();
    }

    /** Ends it with the key frame of the next one; returns the sound that belongs to that one. */
    void end(long micros, BacklogGroup next) {
        endMicros = micros;
        List<Unit> later = units.stream()
                .filter(each ->
                        each.unit().kind() == MediaKind.AUDIO && each.unit().captureMicros() >= micros)
                .toList();
        units.removeAll(later);
        later.forEach(each -> {
            bytes -= each.unit().size();
            next.add(each.track(), each.unit());
        });
    }

    /** Records that the relay has not got all of it. */
    void miss() {
        missed = true;
    }

    boolean isMissed() {
        return missed;
    }

    long number() {
        return number;
    }

    long bytes() {
        return bytes;
    }

    long startMicros() {
        return startMicros;
    }

    long endMicros() {
        return endMicros;
    }

    /** As it travels. */
    BackfillGroup toBackfill() {
        Map<Integer, Long> sequences = new HashMap<>();
        List<BackfillGroup.Unit> all = units.stream()
                .sorted(Comparator.comparingLong(each -> each.unit().captureMicros()))
                .map(each -> unit(each, sequences.merge(each.track(), 1L, Long::sum) - 1))
                .toList();
        return new BackfillGroup(endMicros, new Tracks(number, tracks), all);
    }

    private BackfillGroup.Unit unit(Unit each, long sequence) {
        AccessUnit unit = each.unit();
        int flags = (unit.key() ? MediaHeader.KEY : 0) | (unit.disposable() ? MediaHeader.DISPOSABLE : 0);
        MediaHeader header = new MediaHeader(
                unit.kind(), flags, each.track(), 0, sequence, unit.captureMicros(), number, unit.offsetMicros());
        return new BackfillGroup.Unit(header, unit.payload().bytes());
    }
}
