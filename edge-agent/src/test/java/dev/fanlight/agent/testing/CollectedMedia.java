package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.ArrayList;
import java.util.List;

/** Keeps what encoders produce. One thread. */
public final class CollectedMedia implements MediaSink {

    public final List<List<Track>> announced = new ArrayList<>();
    public final List<Encoded> encoded = new ArrayList<>();

    public record Encoded(int track, AccessUnit unit) {}

    @Override
    public void begin(MediaKind kind, List<Track> tracks) {
        announced.add(tracks);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        encoded.add(new Encoded(track, unit));
    }

    public List<AccessUnit> units(int track) {
        return encoded.stream()
                .filter(one -> one.track() == track)
                .map(Encoded::unit)
                .toList();
    }
}
