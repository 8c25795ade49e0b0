package dev.fanlight.agent.ptz;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.ListPresets;
import dev.fanlight.media.ptz.HeadCommand.Stop;
import dev.fanlight.media.ptz.HeadResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Commands to a camera’s head that wait for its thread. Of those that move or stop it only the newest waits, for it makes an older one
 * obsolete. Thread safe.
 */
public final class HeadQueue implements HeadPort {

    /** Most requests for the presets that wait. */
    static final int MAX_LISTS = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    @GuardedBy("lock")
    private final Deque<Waiting> lists = new ArrayDeque<>();

    @GuardedBy("lock")
    private Optional<Waiting> motion = Optional.empty();

    @GuardedBy("lock")
    private boolean paused;

    /** A command and where its answer goes. */
    record Waiting(HeadCommand command, Consumer<HeadAnswer> answer) {

        void answered(HeadResult result) {
            answer.accept(HeadAnswer.of(result));
        }
    }

    @Override
    public void command(HeadCommand command, Consumer<HeadAnswer> answer) {
        Waiting next = new Waiting(command, answer);
        Runnable refusal;
        lock.lock();
        try {
            refusal = put(next);
        } finally {
            lock.unlock();
        }
        refusal.run();
    }

    /** The people at the camera have paused it, which stops the head and refuses every command, or have ended the pause. */
    public void pause(boolean pause) {
        List<Waiting> refused = new ArrayList<>();
        lock.lock();
        try {
            if (pause && !paused) {
                motion.ifPresent(refused::add);
                refused.addAll(lists);
                lists.clear();
                motion = Optional.of(new Waiting(new Stop(), answer -> {}));
                arrived.signal();
            }
            paused = pause;
        } finally {
            lock.unlock();
        }
        refused.forEach(waiting -> waiting.answered(HeadResult.PAUSED));
    }

    /** The next command, one that moves or stops before the others; empty when none came within {@code nanos}. */
    Optional<Waiting> poll(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (motion.isEmpty() && lists.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            Optional<Waiting> next = motion.or(() -> Optional.ofNullable(lists.poll()));
            motion = Optional.empty();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a command in, and returns how to refuse it or the one that it replaces. */
    @GuardedBy("lock")
    private Runnable put(Waiting next) {
        if (paused) {
            return () -> next.answered(HeadResult.PAUSED);
        }
        if (!(next.command() instanceof ListPresets)) {
            Optional<Waiting> older = motion;
            motion = Optional.of(next);
            arrived.signal();
            return () -> older.ifPresent(waiting -> waiting.answered(HeadResult.REPLACED));
        }
        if (lists.size() >= MAX_LISTS) {
            return () -> next.answered(HeadResult.TOO_FAST);
        }
        lists.add(next);
        arrived.signal();
        return () -> {};
    }
}
