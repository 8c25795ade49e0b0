package dev.fanlight.agent;

import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.agent.pipeline.CameraDemand;
import java.util.List;
import java.util.Set;

/**
 * Passes on what a relay asks for, and notes whether it needs the camera at all. Thread safe.
 *
 * @param camera gets it
 * @param demand the note
 */
record RelayControl(StreamControl camera, CameraDemand demand) implements StreamControl {

    @Override
    public void demand(int readers, Set<Integer> tracks) {
        demand.readers(readers);
        camera.demand(readers, tracks);
    }

    @Override
    public void connected() {
        camera.connected();
    }

    @Override
    public void keyFrame(int track) {
        camera.keyFrame(track);
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        camera.bitRate(bitsPerSecond);
    }

    @Override
    public void viewers(int count) {
        camera.viewers(count);
    }

    @Override
    public void disconnected() {
        camera.disconnected();
    }

    @Override
    public void level(SendLevel level) {
        camera.level(level);
    }

    @Override
    public List<SendLevel> levels() {
        return camera.levels();
    }
}
