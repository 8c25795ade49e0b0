package dev.fanlight.relay.gateway.hls;

import dev.fanlight.media.VideoShape;
import java.util.List;
import java.util.Locale;

/** Writes what a player gets first: codecs and size, and where the playlist is (RFC 8216bis §4.4.6.2). Stateless. */
final class MultivariantPlaylist {

    private static final int BITS = 8;
    private static final double SECOND = 1_000_000;

    private MultivariantPlaylist() {}

    /**
     * The playlist.
     *
     * @param uri of the media playlist
     */
    static String of(HlsState.Live live, String uri) {
        VideoShape shape = (VideoShape) live.tracks().video().track().shape();
        return String.format(
                Locale.ROOT,
                """
                #EXTM3U
                #EXT-X-VERSION:9
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-STREAM-INF:BANDWIDTH=%d,CODECS="%s",RESOLUTION=%dx%d,FRAME-RATE=%.3f
                %s
                """,
                bandwidth(live.window().segments()),
                live.tracks().codecs(),
                shape.width(),
                shape.height(),
                SECOND / live.window().target().frameMicros(),
                uri);
    }

    /** Bits a second of the largest segment. */
    private static long bandwidth(List<Segment> segments) {
        return segments.stream()
                .filter(segment -> segment.micros() > 0)
                .mapToLong(segment -> Math.round(segment.bytes() * BITS * SECOND / segment.micros()))
                .max()
                .orElse(1);
    }
}
