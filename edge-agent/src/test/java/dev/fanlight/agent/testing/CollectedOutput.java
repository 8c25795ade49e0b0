package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a source delivers. One thread. */
public final class CollectedOutput implements SourceOutput {

    public final List<RawFrame> frames = new ArrayList<>();
    public final List<String> notices = new ArrayList<>();
    public final List<List<Track>> announced = new ArrayList<>();

    /** Access units of the main video track. */
    public final List<AccessUnit> units = new ArrayList<>();

    /** All access units in the order of their delivery. */
    public final List<CollectedMedia.Encoded> all = new ArrayList<>();

    @Override
    public void frame(RawFrame frame) {
        frames.add(frame);
    }

    @Override
    public void notice(String sentence) {
        notices.add(sentence);
    }

    @Override
    public void begin(List<Track> tracks) {
        announced.add(tracks);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        all.add(new CollectedMedia.Encoded(track, unit));
        if (track == Rendition.MAIN.track()) {
            units.add(unit);
        }
    }

    /** The main video track of each announcement. */
    public List<Track> video() {
        return announced.stream()
                .flatMap(tracks -> tracks.stream().filter(track -> track.id() == Rendition.MAIN.track()))
                .toList();
    }
}
