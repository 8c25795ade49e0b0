package dev.fanlight.agent;

import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.agent.pipeline.PipelineControl;
import java.util.List;
import java.util.Set;

/**
 * What a relay requests during a trial: all but the demand, for a trial wants the camera though no viewer does. Thread safe.
 *
 * @param target the camera’s own control
 */
record TrialControl(PipelineControl target) implements StreamControl {

    @Override
    public void demand(int readers, Set<Integer> tracks) {}

    @Override
    public void connected() {
        target.connected();
    }

    @Override
    public void keyFrame(int track) {
        target.keyFrame(track);
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        target.bitRate(bitsPerSecond);
    }

    @Override
    public void viewers(int count) {
        target.viewers(count);
    }

    @Override
    public void disconnected() {
        target.disconnected();
    }

    @Override
    public void level(SendLevel level) {
        target.level(level);
    }

    @Override
    public List<SendLevel> levels() {
        return target.levels();
    }
}
