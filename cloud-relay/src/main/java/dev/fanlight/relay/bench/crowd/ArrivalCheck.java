package dev.fanlight.relay.bench.crowd;

import dev.fanlight.protocol.Ack;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Order, completeness and age of one viewer’s pictures, by the header of {@code docs/protocol.md} §2. Event loop only. */
final class ArrivalCheck {

    /** Whose next picture has been due for so long when a window ends waits for something. */
    private static final long BEHIND_MICROS = 500_000;

    /** A camera makes a picture a second at least; what is further apart was held up. */
    private static final long LONGEST_INTERVAL_MICROS = 1_000_000;

    private static final int TRACK_AT = 2;
    private static final int SEQUENCE_AT = 4;
    private static final int CAPTURE_AT = 8;
    private static final int EPOCH_AT = 16;
    private static final int BYTE = 0xFF;

    private final List<TrackProgress> tracks = new ArrayList<>(1);
    private int newest; // index into tracks
    private boolean told;
    private long newestCapture;
    private long interval; // between the last two

    /** Takes a picture that is complete now; {@code now} is on the clock that stamped it. */
    void arrived(ByteBuffer header, int size, long now, Tally tally) {
        long capture = header.getLong(CAPTURE_AT);
        if (newestCapture != 0 && capture > newestCapture) {
            interval = Math.min(capture - newestCapture, LONGEST_INTERVAL_MICROS);
        }
        newestCapture = capture;
        told = false;
        tally.frame(now - newestCapture, size);
        long missing = progress(header);
        if (missing < 0) {
            tally.countDamaged();
        } else {
            tally.countLost(missing);
        }
    }

    /** When the newest picture was captured, µs on the clock that stamped it. */
    long newestCapture() {
        return newestCapture;
    }

    boolean isBehind(long now) {
        return now - newestCapture - interval > BEHIND_MICROS;
    }

    /** What acknowledges the newest picture, once: said again, it would look as if it had just come. */
    Optional<Ack> ack() {
        if (told || tracks.isEmpty()) {
            return Optional.empty();
        }
        told = true;
        TrackProgress track = tracks.get(newest);
        return Optional.of(new Ack(track.track(), track.newest()));
    }

    private long progress(ByteBuffer header) {
        int track = header.get(TRACK_AT) & BYTE;
        int epoch = header.getInt(EPOCH_AT);
        int sequence = header.getInt(SEQUENCE_AT);
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).track() == track) {
                newest = i;
                return tracks.get(i).advance(epoch, sequence);
            }
        }
        newest = tracks.size();
        tracks.add(new TrackProgress(track, epoch, sequence));
        return 0;
    }
}
