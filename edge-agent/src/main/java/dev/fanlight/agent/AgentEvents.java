package dev.fanlight.agent;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.status.StatusBoard;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.agent.uplink.connection.UplinkListener;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Passes the events of all threads to one listener, one at a time. Thread safe. */
final class AgentEvents implements UplinkListener {

    private final AgentListener listener;
    private final StatusBoard board;
    private final AtomicReference<List<String>> names = new AtomicReference<>(List.of());
    private final ReentrantLock lock = new ReentrantLock();

    /** {@code board} keeps what they say. */
    AgentEvents(AgentListener listener, StatusBoard board) {
        this.listener = listener;
        this.board = board;
    }

    @Override
    public void connected(String camera) {
        board.connected();
        publish(l -> l.connected(camera));
    }

    @Override
    public void viewers(CurrentViewers viewers) {
        board.viewers(viewers);
        publish(l -> l.viewers(viewers.count()));
        if (!names.getAndSet(viewers.names()).equals(viewers.names())) {
            publish(l -> l.watchedBy(viewers.names()));
        }
    }

    @Override
    public void clockDiffers(Duration offset) {
        publish(l -> l.clockDiffers(offset));
    }

    @Override
    public void waiting(String why, Duration delay) {
        board.waiting(why);
        names.set(List.of());
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
        board.quality(quality);
        publish(l -> l.uplink(quality));
    }

    @Override
    public void closed(GiveUpReason reason) {
        board.closed(reason.sentence());
        publish(l -> l.closed(reason));
    }

    void starting() {
        board.source(CameraStatus.Source.STARTING, "");
    }

    StatusBoard board() {
        return board;
    }

    void capturing(String description) {
        board.source(CameraStatus.Source.LIVE, description);
        publish(l -> l.capturing(description));
    }

    void shown(List<String> addresses) {
        publish(l -> l.shown(addresses));
    }

    void asleep() {
        board.source(CameraStatus.Source.ASLEEP, "");
        publish(AgentListener::asleep);
    }

    void cameraFailed(SourceException cause, boolean everLive) {
        board.source(CameraStatus.Source.FAILED, String.valueOf(cause.getMessage()));
        publish(l -> l.cameraFailed(cause, everLive));
    }

    void paused(Optional<CameraPause> pause) {
        board.paused(pause);
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
