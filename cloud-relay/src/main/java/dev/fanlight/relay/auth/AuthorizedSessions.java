package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The open sockets and what each of them stands on, so that a right that is taken back ends at once where it is being used. As many as
 * there are open sockets. Thread safe.
 */
public final class AuthorizedSessions {

    /** An open socket. */
    public interface Live {

        /** Who is at the other end; never changes. Any thread. */
        Principal principal();

        /** Which seat it takes beside a camera, if it watches one; never changes. Any thread. */
        Optional<Seat> seat();

        /** Makes the socket ask whether its right still stands, and end if not. Any thread; does not block. */
        void recheck();
    }

    /**
     * Somebody who watches.
     *
     * @param camera what
     * @param person id in the chat
     * @param sinceMillis since when
     * @param address from where
     */
    public record Seat(CameraName camera, String person, long sinceMillis, String address) {}

    private final Set<Live> open = ConcurrentHashMap.newKeySet();

    /** A socket was let in. */
    public void add(Live live) {
        open.add(live);
    }

    /** A socket is gone. */
    public void remove(Live live) {
        open.remove(live);
    }

    /** Something has changed for all of whom {@code concerns} is true. */
    public void changed(Predicate<Principal> concerns) {
        for (Live live : open) {
            if (concerns.test(live.principal())) {
                live.recheck();
            }
        }
    }

    /** At most {@code limit} of those who watch a camera. */
    public List<Live> watching(CameraName camera, int limit) {
        return open.stream()
                .filter(live ->
                        live.seat().filter(seat -> seat.camera().equals(camera)).isPresent())
                .limit(limit)
                .toList();
    }

    /** How many are open of whom {@code concerns} is true. */
    public int count(Predicate<Principal> concerns) {
        return (int)
                open.stream().filter(live -> concerns.test(live.principal())).count();
    }
}
