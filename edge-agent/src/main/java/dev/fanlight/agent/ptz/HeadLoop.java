package dev.fanlight.agent.ptz;

import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.http.OnvifException.Problem;
import dev.fanlight.agent.ptz.HeadQueue.Waiting;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.ListPresets;
import dev.fanlight.media.ptz.HeadCommand.Move;
import dev.fanlight.media.ptz.HeadCommand.Stop;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Passes commands on to a camera’s head, and stops each movement when its time is over: not every camera keeps the time limit that it is
 * given. A head that does not answer is tried again after {@link #RETRY}. Owned by the thread “head”.
 */
public final class HeadLoop implements Loop {

    /** Time between two attempts to reach a head. */
    static final Duration RETRY = Duration.ofSeconds(30);

    private final HeadQueue queue;
    private final OnvifHead address;
    private final NanoClock clock;
    private final Consumer<Boolean> available;
    private final Consumer<String> notice;
    private Optional<ConnectedHead> head = Optional.empty();
    private OptionalLong stopAt = OptionalLong.empty();
    private String reported = "";

    /**
     * Makes one that has not begun.
     *
     * @param available gets whether the head answers, at every change
     * @param notice gets a sentence about why it does not, once for each reason
     */
    public HeadLoop(
            HeadQueue queue, OnvifHead address, NanoClock clock, Consumer<Boolean> available, Consumer<String> notice) {
        this.queue = queue;
        this.address = address;
        this.clock = clock;
        this.available = available;
        this.notice = notice;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        if (head.isEmpty()) {
            connect();
        }
        if (head.isPresent()) {
            serve(head.get());
        } else {
            refuseUntil(clock.nanoTime() + RETRY.toNanos());
        }
        return true;
    }

    @Override
    public String roleName() {
        return "head";
    }

    private void connect() throws InterruptedException {
        try {
            head = Optional.of(address.connect());
            available.accept(true);
        } catch (OnvifException e) {
            report(e);
        }
    }

    private void serve(ConnectedHead now) throws InterruptedException {
        long wait = stopAt.isPresent() ? stopAt.getAsLong() - clock.nanoTime() : RETRY.toNanos();
        // A movement that is over is stopped before anything that waits: lists of presets may take seconds.
        Optional<Waiting> next = wait > 0 ? queue.poll(wait) : Optional.empty();
        if (next.isPresent()) {
            perform(now, next.get());
        } else if (stopAt.isPresent()) {
            perform(now, new Waiting(new Stop(), answer -> {}));
        }
    }

    private void perform(ConnectedHead now, Waiting next) throws InterruptedException {
        try {
            HeadAnswer answer = now.perform(next.command());
            reported = "";
            note(next.command());
            next.answer().accept(answer);
        } catch (OnvifException e) {
            noteFailed(next.command(), e.problem());
            if (e.problem() != Problem.REFUSED) {
                head = Optional.empty();
                available.accept(false);
                report(e);
            }
            next.answered(e.problem() == Problem.REFUSED ? HeadResult.REFUSED : HeadResult.UNAVAILABLE);
        }
    }

    private void note(HeadCommand command) {
        if (command instanceof Move move) {
            stopAt = OptionalLong.of(clock.nanoTime() + move.length().toNanos());
        } else if (!(command instanceof ListPresets)) {
            stopAt = OptionalLong.empty();
        }
    }

    /** A movement goes on when another command fails, and may have begun where only its answer was lost. */
    private void noteFailed(HeadCommand command, Problem problem) {
        boolean lost = problem == Problem.UNREACHABLE;
        if (command instanceof Stop) {
            stopAt = lost ? OptionalLong.of(clock.nanoTime() + HeadCommand.MAX_MOVE.toNanos()) : OptionalLong.empty();
        } else if (command instanceof Move && lost) {
            note(command);
        }
    }

    private void refuseUntil(long end) throws InterruptedException {
        for (long left = end - clock.nanoTime(); left > 0; left = end - clock.nanoTime()) {
            queue.poll(left).ifPresent(waiting -> waiting.answered(HeadResult.UNAVAILABLE));
        }
    }

    private void report(OnvifException e) {
        String sentence = String.valueOf(e.getMessage());
        if (!sentence.equals(reported)) {
            reported = sentence;
            notice.accept("Viewers cannot move the camera. " + sentence);
        }
    }
}
