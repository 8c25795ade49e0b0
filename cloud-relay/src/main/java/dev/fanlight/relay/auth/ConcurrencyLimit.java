package dev.fanlight.relay.auth;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/** Limits how many watch at a time, on this relay and with each link. Holds at most as many links as there are viewers. Thread safe. */
final class ConcurrencyLimit {

    private final IntSupplier max;

    @GuardedBy("this")
    private final Map<String, Integer> byLink = new HashMap<>();

    @GuardedBy("this")
    private int all;

    /** Allows {@code max} viewers on this relay. */
    ConcurrencyLimit(IntSupplier max) {
        this.max = max;
    }

    /** The result of {@link #acquire}. */
    sealed interface Result {}

    /** There is no room on this relay. */
    record RelayFull() implements Result {}

    /** As many watch with the link as it allows. */
    record LinkFull() implements Result {}

    /** One viewer’s place, taken until {@link #close()}. Thread safe. */
    final class Ticket implements Result, WatchTicket {

        private final Principal principal;
        private final AtomicBoolean released = new AtomicBoolean();

        private Ticket(Principal principal) {
            this.principal = principal;
        }

        @Override
        public void close() {
            if (released.compareAndSet(false, true)) {
                release(principal);
            }
        }
    }

    /** Takes a place, if there is one. */
    synchronized Result acquire(Principal principal, OptionalInt maxByLink) {
        if (all >= max.getAsInt()) {
            return new RelayFull();
        }
        if (principal instanceof LinkHolder holder) {
            int count = byLink.getOrDefault(holder.link(), 0);
            if (count >= maxByLink.orElse(Integer.MAX_VALUE)) {
                return new LinkFull();
            }
            byLink.put(holder.link(), count + 1);
        }
        all++;
        return new Ticket(principal);
    }

    private synchronized void release(Principal principal) {
        all--;
        if (principal instanceof LinkHolder holder) {
            byLink.computeIfPresent(holder.link(), (link, count) -> count > 1 ? count - 1 : null);
        }
    }
}
