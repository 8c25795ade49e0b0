package dev.fanlight.agent;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.agent.uplink.connection.UplinkListener;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Brings what all threads tell to one listener, one at a time. Thread safe. */
final class AgentEvents implements UplinkListener {

    private final AgentListener listener;
    private final ReentrantLock lock = new ReentrantLock();

    AgentEvents(AgentListener listener) {
        this.listener = listener;
    }

    @Override
    public void connected(String camera) {
        tell(l -> l.connected(camera));
    }

    @Override
    public void viewers(int count) {
        tell(l -> l.viewers(count));
    }

    @Override
    public void clockDiffers(Duration offset) {
        tell(l -> l.clockDiffers(offset));
    }

    @Override
    public void waiting(String why, Duration delay) {
        tell(l -> l.waiting(why, delay));
    }

    @Override
    public void keyChanged() {
        tell(AgentListener::keyChanged);
    }

    @Override
    public void keyNotChanged(String why) {
        tell(l -> l.keyNotChanged(why));
    }

    @Override
    public void givenUp(GiveUpReason reason) {
        tell(l -> l.givenUp(reason));
    }

    void capturing(String description) {
        tell(l -> l.capturing(description));
    }

    void asleep() {
        tell(AgentListener::asleep);
    }

    void cameraFailed(SourceException cause, boolean everLive) {
        tell(l -> l.cameraFailed(cause, everLive));
    }

    void broken(Exception cause) {
        tell(l -> l.broken(cause));
    }

    private void tell(Consumer<AgentListener> event) {
        lock.lock();
        try {
            event.accept(listener);
        } finally {
            lock.unlock();
        }
    }
}
