package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.media.StreamControl;
import java.util.List;
import java.util.Set;

/** A camera that does nothing of what it is asked for. */
public class NoControl implements StreamControl {

    @Override
    public void demand(int readers, Set<Integer> tracks) {}

    @Override
    public void connected() {}

    @Override
    public void keyFrame(int track) {}

    @Override
    public void bitRate(int bitsPerSecond) {}

    @Override
    public void viewers(CurrentViewers viewers) {}

    @Override
    public void disconnected() {}

    @Override
    public void level(SendLevel level) {}

    @Override
    public List<SendLevel> levels() {
        return List.of(SendLevel.FULL);
    }
}
