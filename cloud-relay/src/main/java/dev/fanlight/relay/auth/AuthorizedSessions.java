package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.cluster.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The open sessions of viewers and publishers with their principals, so that a revoked right ends at once where it is in use. As many
 * as there are open connections. Follows the changes that any relay announces. Thread safe.
 */
public final class AuthorizedSessions implements Topic.Listener<RightsChange> {

    /** An open session. */
    public interface Session {

        /** Its principal; never changes. Any thread. */
        Principal principal();

        /** What it watches, if it is a viewer’s; never changes. Any thread. */
        Optional<ViewingSession> viewing();

        /** Whether its viewer watches now; not while their page is hidden or paused. Any thread. */
        default boolean isWatching() {
            return viewing().isPresent();
        }

        /** Ends the session of a viewer; their page stays away until they ask to come back. Any thread; does not block. */
        default void disconnect() {
            recheck();
        }

        /** Has the session check whether it is still authorized, and end if it is not. Any thread; does not block. */
        void recheck();
    }

    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final ViewersByCamera viewers = new ViewersByCamera();
    private final List<Consumer<Session>> openings = new CopyOnWriteArrayList<>();

    /** Adds a session that was admitted. */
    public void add(Session session) {
        open.add(session);
        viewers.add(session);
        openings.forEach(opening -> opening.accept(session));
    }

    /** Has {@code opening} receive every session that is added from now on, on the thread that adds it, where it must not block. */
    public void onOpen(Consumer<Session> opening) {
        openings.add(opening);
    }

    /** Removes a session that has ended. */
    public void remove(Session session) {
        open.remove(session);
        viewers.remove(session);
    }

    /** Has the sessions that a change concerns check their right. */
    @Override
    public void received(RightsChange change) {
        recheck(AffectedPrincipals.of(change));
    }

    /** Has all sessions check their right. */
    @Override
    public void missed() {
        recheck(principal -> true);
    }

    private void recheck(Predicate<Principal> affected) {
        for (Session session : open) {
            if (affected.test(session.principal())) {
                session.recheck();
            }
        }
    }

    /** The sessions of viewers of a camera, also of those whose page is hidden; those that came first, {@code limit} at most. */
    public List<Session> viewersOf(CameraName camera, int limit) {
        return viewers.first(camera, limit, session -> true);
    }

    /** The sessions of viewers who watch a camera now; those that came first, {@code limit} at most. */
    public List<Session> watching(CameraName camera, int limit) {
        return viewers.first(camera, limit, Session::isWatching);
    }

    /** Ends the sessions of a person who views a camera; whether there were some. */
    public boolean disconnect(CameraName camera, String person) {
        List<Session> theirs = viewers.first(
                camera,
                Integer.MAX_VALUE,
                session -> session.viewing().orElseThrow().person().equals(person));
        theirs.forEach(Session::disconnect);
        return !theirs.isEmpty();
    }

    /** How many sessions are open whose principal fits. */
    public int count(Predicate<Principal> counted) {
        return (int) open.stream()
                .filter(session -> counted.test(session.principal()))
                .count();
    }
}
