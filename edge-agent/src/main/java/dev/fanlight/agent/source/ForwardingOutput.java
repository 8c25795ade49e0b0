package dev.fanlight.agent.source;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.List;

/** Passes on all that a source delivers, but for what an implementation decides itself. The source’s thread only. */
public interface ForwardingOutput extends SourceOutput {

    /** Gets what is passed on. */
    SourceOutput target();

    @Override
    default void frame(RawFrame frame) {
        target().frame(frame);
    }

    @Override
    default void begin(List<Track> tracks) {
        target().begin(tracks);
    }

    @Override
    default void accept(int track, AccessUnit unit) {
        target().accept(track, unit);
    }

    @Override
    default void notice(String sentence) {
        target().notice(sentence);
    }
}
