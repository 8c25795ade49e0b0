package dev.fanlight.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.ForwardingControl;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.agent.pipeline.CameraDemand;
import dev.fanlight.agent.ptz.HeadPort;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Passes on what a relay asks for, and notes whether it needs the camera at all. While it does not, a slow upload to it lowers nothing for
 * those who watch on the local network. Thread safe.
 */
final class RelayControl implements ForwardingControl {

    private final StreamControl camera;
    private final CameraDemand demand;
    private final SendPlan whole;
    private final HeadPort head;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private SendPlan plan;

    @GuardedBy("lock")
    private boolean released;

    /**
     * Makes one of a relay that needs the camera.
     *
     * @param camera gets what it asks for
     * @param demand the note
     * @param bitRate of the video while nothing is lowered, bits a second
     * @param head gets the commands of viewers to the camera’s head
     */
    RelayControl(StreamControl camera, CameraDemand demand, int bitRate, HeadPort head) {
        this.camera = camera;
        this.demand = demand;
        this.head = head;
        this.whole = new SendPlan(SendLevel.FULL, bitRate);
        this.plan = whole;
    }

    /** Whether it needs the camera. */
    CameraDemand demand() {
        return demand;
    }

    /** It is sent nothing: the others get all of the video. */
    void release() {
        lock.lock();
        try {
            released = true;
            apply(whole);
        } finally {
            lock.unlock();
        }
    }

    /** It is sent something again, as much as its upload carried before. */
    void resume() {
        lock.lock();
        try {
            released = false;
            apply(plan);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void apply(SendPlan next) {
        camera.level(next.level());
        camera.bitRate(next.bitRate());
    }

    @Override
    public StreamControl target() {
        return camera;
    }

    @Override
    public void demand(int readers, Set<Integer> tracks) {
        demand.readers(readers);
        camera.demand(readers, tracks);
    }

    @Override
    public void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        head.command(command, answer);
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        lock.lock();
        try {
            plan = new SendPlan(plan.level(), bitsPerSecond);
            if (!released) {
                camera.bitRate(bitsPerSecond);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void level(SendLevel level) {
        lock.lock();
        try {
            plan = new SendPlan(level, plan.bitRate());
            if (!released) {
                camera.level(level);
            }
        } finally {
            lock.unlock();
        }
    }
}
