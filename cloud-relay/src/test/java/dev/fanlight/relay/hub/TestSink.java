package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Shared;
import java.util.ArrayList;
import java.util.List;

/** A viewer that is a list. */
final class TestSink implements ViewerSink {

    final List<Frame> frames = new ArrayList<>();
    int messages;
    int room = Integer.MAX_VALUE;
    boolean givenUp;

    @Override
    public boolean isWritable() {
        return room > 0;
    }

    @Override
    public void write(Frame frame) {
        frames.add(frame);
        room--;
    }

    @Override
    public void flush() {}

    @Override
    public void tell(Shared message) {
        messages++;
    }

    @Override
    public void giveUp() {
        givenUp = true;
    }

    List<Long> sequences() {
        return frames.stream().map(frame -> frame.header().sequence()).toList();
    }
}
