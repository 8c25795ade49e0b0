package dev.fanlight.protocol;

import dev.fanlight.media.Track;
import java.util.List;

/**
 * Announces the tracks; sent before the first access unit of an epoch and at every change.
 *
 * @param epoch unsigned 32 bits, a new one each time the agent starts to publish
 * @param tracks 1 to {@link WireLimits#MAX_TRACKS}, ids distinct
 */
public record Tracks(long epoch, List<Track> tracks) implements FromAgent, ToPlayer {

    public Tracks {
        tracks = List.copyOf(tracks);
    }

    @Override
    public MessageType type() {
        return MessageType.TRACKS;
    }
}
