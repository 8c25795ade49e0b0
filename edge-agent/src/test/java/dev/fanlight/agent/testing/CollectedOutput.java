package dev.fanlight.agent.testing;

import dev.fanlight.agent.capture.RawFrame;
import dev.fanlight.agent.capture.SourceOutput;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.AccessUnit;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a source gives. One thread. */
public final class CollectedOutput implements SourceOutput {

    public final List<RawFrame> frames = new ArrayList<>();
    public final List<StreamFormat> formats = new ArrayList<>();
    public final List<AccessUnit> units = new ArrayList<>();

    @Override
    public void frame(RawFrame frame) {
        frames.add(frame);
    }

    @Override
    public void begin(StreamFormat format) {
        formats.add(format);
    }

    @Override
    public void accept(AccessUnit unit) {
        units.add(unit);
    }
}
