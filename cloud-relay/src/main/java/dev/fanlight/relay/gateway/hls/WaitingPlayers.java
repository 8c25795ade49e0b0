package dev.fanlight.relay.gateway.hls;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Requests to one muxer that wait for what is not there yet; {@link WaitingPlaces} limits how many. Thread safe. */
final class WaitingPlayers {

    @GuardedBy("this")
    private final List<Waiting> waiting = new ArrayList<>();

    @GuardedBy("this")
    private HlsState state = new HlsState.Waiting();

    /**
     * A waiting request.
     *
     * @param session who asks
     * @param ready whether it can be answered
     * @param untilNanos when it is answered in any case
     * @param answer called once, on any thread; must not block
     */
    record Waiting(HlsSession session, Predicate<HlsState> ready, long untilNanos, Consumer<HlsState> answer) {

        boolean isOver(HlsState state, long nowNanos) {
            return ready.test(state) || nowNanos - untilNanos >= 0 || session.hasEnded();
        }
    }

    synchronized HlsState state() {
        return state;
    }

    /** Answers now or later. */
    void add(Waiting next, long nowNanos) {
        HlsState known;
        synchronized (this) {
            known = state;
            if (!next.isOver(known, nowNanos)) {
                waiting.add(next);
                return;
            }
        }
        next.answer().accept(known);
    }

    /** Answers those that waited for this. */
    void resume(HlsState next, long nowNanos) {
        List<Waiting> over;
        synchronized (this) {
            state = next;
            over = takeOver(nowNanos);
        }
        over.forEach(one -> one.answer().accept(next));
    }

    /** Answers those that have waited long enough, and those whose session has ended. */
    void check(long nowNanos) {
        List<Waiting> over;
        HlsState known;
        synchronized (this) {
            known = state;
            over = takeOver(nowNanos);
        }
        over.forEach(one -> one.answer().accept(known));
    }

    @GuardedBy("this")
    private List<Waiting> takeOver(long nowNanos) {
        HlsState known = state;
        List<Waiting> over =
                waiting.stream().filter(one -> one.isOver(known, nowNanos)).toList();
        waiting.removeAll(over);
        return over;
    }
}
