package dev.fanlight.protocol;

import dev.fanlight.media.Track;
import java.util.List;

/**
 * What will be sent; before the first frame of an epoch and at every change.
 *
 * @param epoch unsigned 32 bits, another one each time the agent begins to publish
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
