package dev.fanlight.agent;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.agent.uplink.connection.UplinkListener;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Passes the events of all threads to one listener, one at a time. Thread safe. */
final class AgentEvents implements UplinkListener {

    private final AgentListener listener;
    private final ReentrantLock lock = new ReentrantLock();

    AgentEvents(AgentListener listener) {
        this.listener = listener;
    }

    @Override
    public void connected(String camera) {
        publish(l -> l.connected(camera));
    }

    @Override
    public void viewers(int count) {
        publish(l -> l.viewers(count));
    }

    @Override
    public void clockDiffers(Duration offset) {
        publish(l -> l.clockDiffers(offset));
    }

    @Override
    public void waiting(String why, Duration delay) {
        publish(l -> l.waiting(why, delay));
    }

    @Override
    public void keyChanged() {
        publish(AgentListener::keyChanged);
    }

    @Override
    public void keyNotChanged(String why) {
        publish(l -> l.keyNotChanged(why));
    }

    @Override
    public void notice(String sentence) {
        publish(l -> l.notice(sentence));
    }

    @Override
    public void uplink(UplinkQuality quality) {
        publish(l -> l.uplink(quality));
    }

    @Override
    public void closed(GiveUpReason reason) {
        publish(l -> l.closed(reason));
    }

    void capturing(String description) {
        publish(l -> l.capturing(description));
    }

    void asleep() {
        publish(AgentListener::asleep);
    }

    void cameraFailed(SourceException cause, boolean everLive) {
        publish(l -> l.cameraFailed(cause, everLive));
    }

    void paused(Optional<CameraPause> pause) {
        publish(l -> l.paused(pause));
    }

    void broken(Throwable cause) {
        publish(l -> l.broken(cause));
    }

    private void publish(Consumer<AgentListener> event) {
        lock.lock();
        try {
            event.accept(listener);
        } finally {
            lock.unlock();
        }
    }
}
