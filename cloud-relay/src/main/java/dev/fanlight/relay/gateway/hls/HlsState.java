package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.cmaf.CmafTracks;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What a muxer has at one moment. Implementations are immutable. */
sealed interface HlsState {

    /** The camera has sent no part yet. */
    record Waiting() implements HlsState {}

    /**
     * The camera’s video is not carried by HLS.
     *
     * @param sentence for people
     */
    record NotCarried(String sentence) implements HlsState {}

    /** The stream has ended for good. */
    record Ended() implements HlsState {}

    /**
     * There is something to fetch.
     *
     * @param window what
     * @param tracks the tracks of the newest segment
     * @param whole the playlist, made once for all players
     * @param delta the playlist without the segments that players know
     */
    record Live(LiveWindow window, CmafTracks tracks, Buffer whole, Buffer delta) implements HlsState {

        static Live of(LiveWindow window, CmafTracks tracks) {
            return new Live(
                    window,
                    tracks,
                    Buffer.buffer(MediaPlaylist.of(window, false)),
                    Buffer.buffer(MediaPlaylist.of(window, true)));
        }
    }

    /** What can be fetched, if there is something. */
    default Optional<Live> live() {
        return this instanceof Live live ? Optional.of(live) : Optional.empty();
    }

    /** Whether a player that begins can be answered. */
    default boolean isDecided() {
        return live().map(live -> live.window().isPlayable()).orElse(!(this instanceof Waiting));
    }
}
