package dev.fanlight.relay.auth;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.AuthorizedSessions.Session;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The open sessions of viewers, by camera and in the order in which they came; as many as the relay allows viewers. Thread safe. */
final class ViewersByCamera {

    @GuardedBy("this")
    private final Map<CameraName, Set<Session>> sessions = new HashMap<>();

    /** Adds a session, if it is a viewer’s. */
    synchronized void add(Session session) {
        session.viewing()
                .ifPresent(viewing -> sessions.computeIfAbsent(viewing.camera(), camera -> new LinkedHashSet<>())
                        .add(session));
    }

    /** Removes a session, if it is a viewer’s. */
    synchronized void remove(Session session) {
        session.viewing()
                .ifPresent(viewing -> sessions.computeIfPresent(viewing.camera(), (camera, its) -> {
                    its.remove(session);
                    return its.isEmpty() ? null : its;
                }));
    }

    /** Those of one camera that fit and came first, {@code limit} at most. */
    synchronized List<Session> first(CameraName camera, int limit, Predicate<Session> fits) {
        return sessions.getOrDefault(camera, Set.of()).stream()
                .filter(fits)
                .limit(limit)
                .toList();
    }
}
