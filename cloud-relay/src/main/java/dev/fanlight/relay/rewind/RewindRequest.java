package dev.fanlight.relay.rewind;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.gateway.PlayerRequest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request of somebody who may see what was recorded. Times are µs since 1970. Immutable.
 *
 * @param asked the request as it came
 * @param principal who asks
 * @param camera which camera
 * @param earliestMicros nothing from before may be seen
 * @param nowMicros when it was asked
 */
record RewindRequest(PlayerRequest asked, Principal principal, CameraName camera, long earliestMicros, long nowMicros) {

    private static final long MILLI = 1_000;
    private static final long HOUR = 3_600_000_000L;
    private static final int MOST_DIGITS = 15;

    /**
     * A time between two moments.
     *
     * @param fromMicros when it begins
     * @param toMicros when it ends, later
     */
    record Range(long fromMicros, long toMicros) {}

    /**
     * The time that the parameters name, as far as it may be seen: the hour before {@code to} without {@code from}, and up to now without
     * {@code to}. Empty when they are no ms since 1970, or nothing is left.
     */
    Optional<Range> range(Optional<String> from, Optional<String> to) {
        OptionalLong last = micros(to, nowMicros);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong first = micros(from, last.getAsLong() - HOUR);
        return first.isPresent() && mayBeSeen(first.getAsLong(), last.getAsLong())
                ? Optional.of(new Range(Math.max(earliestMicros, first.getAsLong()), last.getAsLong()))
                : Optional.empty();
    }

    private boolean mayBeSeen(long from, long to) {
        return from < to && to > earliestMicros;
    }

    private static OptionalLong micros(Optional<String> text, long usual) {
        if (text.isEmpty()) {
            return OptionalLong.of(usual);
        }
        boolean number = text.get().length() <= MOST_DIGITS && text.get().matches("[0-9]+");
        return number ? OptionalLong.of(Long.parseLong(text.get()) * MILLI) : OptionalLong.empty();
    }
}
