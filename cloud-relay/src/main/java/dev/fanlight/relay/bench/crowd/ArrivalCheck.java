package dev.fanlight.relay.bench.crowd;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Order, completeness and age of one viewer’s units, by their header ({@code docs/protocol.md} §2). Event loop only. */
final class ArrivalCheck {

    /** A viewer whose next unit is overdue by this much at the end of a window is behind. */
    private static final long BEHIND_MICROS = 500_000;

    /** A camera sends at least one frame a second; a longer interval is a delay. */
    private static final long LONGEST_INTERVAL_MICROS = 1_000_000;

    private static final int TRACK_AT = 2;
    private static final int SEQUENCE_AT = 4;
    private static final int CAPTURE_AT = 8;
    private static final int EPOCH_AT = 16;
    private static final int BYTE = 0xFF;

    private final List<TrackProgress> tracks = new ArrayList<>(1);
    private long newestCapture;
    private long interval; // between the last two

    /** Records a unit that arrived completely; {@code now} is on the capture clock. */
    void arrived(ByteBuffer header, int size, long now, Tally tally) {
        long capture = header.getLong(CAPTURE_AT);
        if (newestCapture != 0 && capture > newestCapture) {
            interval = Math.min(capture - newestCapture, LONGEST_INTERVAL_MICROS);
        }
        newestCapture = capture;
        tally.frame(now - newestCapture, size);
        long missing = progress(header);
        if (missing < 0) {
            tally.countDamaged();
        } else {
            tally.countLost(missing);
        }
    }

    boolean isBehind(long now) {
        return now - newestCapture - interval > BEHIND_MICROS;
    }

    private long progress(ByteBuffer header) {
        int track = header.get(TRACK_AT) & BYTE;
        int epoch = header.getInt(EPOCH_AT);
        int sequence = header.getInt(SEQUENCE_AT);
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).track() == track) {
                return tracks.get(i).advance(epoch, sequence);
            }
        }
        tracks.add(new TrackProgress(track, epoch, sequence));
        return 0;
    }
}
