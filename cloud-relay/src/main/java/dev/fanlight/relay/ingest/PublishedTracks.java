package dev.fanlight.relay.ingest;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.protocol.WireLimits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

/** The video and the sound of one publisher as tracks of a stream. Event loop only. */
final class PublishedTracks {

    private static final int VIDEO = 0;
    private static final int AUDIO = 1;

    private final long epoch;
    private final Map<MediaKind, Track> tracks = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Long> sequences = new EnumMap<>(MediaKind.class);

    /** No track yet; {@code epoch} differs from that of the publisher before. */
    PublishedTracks(long epoch) {
        this.epoch = epoch & WireLimits.MAX_U32;
    }

    /** All tracks, after one has changed. */
    TrackSet changed(FlvEvent.TrackChange change) {
        MediaKind kind = change.config().kind();
        Track track = kind == MediaKind.VIDEO
                ? Track.of(VIDEO, Track.MAIN, change.config(), change.shape())
                : Track.of(AUDIO, Track.AUDIO, change.config(), change.shape());
        tracks.put(kind, track);
        return new TrackSet(epoch, new ArrayList<>(tracks.values()));
    }

    /** The header of the next access unit of its track. */
    MediaHeader next(AccessUnit unit, long captureMicros) {
        long sequence = sequences.merge(unit.kind(), 0L, (before, none) -> (before + 1) & WireLimits.MAX_U32);
        int flags = (unit.key() ? MediaHeader.KEY : 0) | (unit.disposable() ? MediaHeader.DISPOSABLE : 0);
        int track = unit.kind() == MediaKind.VIDEO ? VIDEO : AUDIO;
        return new MediaHeader(unit.kind(), flags, track, 0, sequence, captureMicros, epoch, unit.offsetMicros());
    }
}
