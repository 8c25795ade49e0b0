package dev.fanlight.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.AuthorizedSessions.Session;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AuthorizedSessionsTest {

    private static final CameraName FRONT = new CameraName("front");

    private final AuthorizedSessions sessions = new AuthorizedSessions();

    private record Viewer(ViewingSession session, AtomicBoolean watching) implements Session {

        @Override
        public Principal principal() {
            return new Principal.Anonymous();
        }

        @Override
        public Optional<ViewingSession> viewing() {
            return Optional.of(session);
        }

        @Override
        public boolean isWatching() {
            return watching.get();
        }

        @Override
        public void recheck() {}
    }

    private Viewer add(CameraName camera, String person) {
        Viewer viewer = new Viewer(
                new ViewingSession(camera, person, 0, "192.0.2.1", "", Optional.empty()), new AtomicBoolean(true));
        sessions.add(viewer);
        return viewer;
    }

    @Test
    void viewersAreListedByCameraInTheOrderInWhichTheyCame() {
        Viewer first = add(FRONT, "a");
        add(new CameraName("yard"), "b");
        Viewer second = add(FRONT, "c");
        Viewer third = add(FRONT, "d");
        assertThat(sessions.watching(FRONT, 2)).containsExactly(first, second);
        sessions.remove(first);
        assertThat(sessions.watching(FRONT, 2)).containsExactly(second, third);
        sessions.remove(second);
        sessions.remove(third);
        assertThat(sessions.watching(FRONT, 2)).isEmpty();
    }

    @Test
    void whoIsAwayIsStillListedForTheOwnerAndDoesNotWatch() {
        Viewer away = add(FRONT, "a");
        Viewer there = add(FRONT, "b");
        away.watching().set(false);
        assertThat(sessions.viewersOf(FRONT, 10)).containsExactly(away, there);
        assertThat(sessions.watching(FRONT, 10)).containsExactly(there);
    }
}
