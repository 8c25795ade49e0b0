package dev.fanlight.agent.source;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.List;

/** Forwards everything to another output, except what an implementation overrides. The source’s thread only. */
public interface ForwardingOutput extends SourceOutput {

    /** Where it is forwarded to. */
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
