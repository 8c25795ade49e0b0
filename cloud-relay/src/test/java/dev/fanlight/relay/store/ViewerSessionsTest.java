package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.auth.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewerSessionsTest {

    private static final int OF_LINK = 3;
    private static final CameraName FRONT = new CameraName("front");

    @TempDir
    private Path temp;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_000_000));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Secrets secrets = new Secrets(new SecureRandom());
    private Database database;
    private ViewerSessions sessions;
    private StoredGrants grants;
    private String link;
    private String other;

    @BeforeEach
    void open() {
        database = Database.open(temp.resolve("relay.db"));
        sessions = new ViewerSessions(database, secrets, clock, OF_LINK);
        grants = new StoredGrants(database, clock);
        Cameras cameras = new Cameras(database, secrets, clock);
        Links links = new Links(database, secrets, clock);
        new Invitations(database, cameras, links, secrets, clock).invite(FRONT, false);
        link = links.create(FRONT, Links.Wish.plain(Role.WATCHER)).orElseThrow().id();
        other = links.create(FRONT, Links.Wish.plain(Role.WATCHER))
                .orElseThrow()
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoWatchesLongerThanASessionIsKeptKeepsIt() {
        String watched = sessions.add(Optional.empty(), link);
        String idle = sessions.add(Optional.empty(), link);
        for (int hour = 0; hour < 30; hour++) {
            pass(Duration.ofHours(1));
            grants.touchViewerSession(Secrets.hash(watched));
        }
        assertThat(isGood(watched)).isTrue();
        assertThat(isGood(idle)).isFalse();
    }

    @Test
    void watchingIsNotedOnceAnHour() {
        String session = sessions.add(Optional.empty(), link);
        pass(Duration.ofMinutes(59));
        grants.touchViewerSession(Secrets.hash(session));
        pass(ViewerSessions.IDLE.minusMinutes(59));
        assertThat(isGood(session)).isFalse();
    }

    @Test
    void watchingDoesNotBringASessionBackThatHasEnded() {
        String session = sessions.add(Optional.empty(), link);
        pass(ViewerSessions.IDLE);
        grants.touchViewerSession(Secrets.hash(session));
        assertThat(isGood(session)).isFalse();
    }

    @Test
    void whoHasOneLinkPushesNobodyOutButThoseOfTheSameLink() {
        String stranger = sessions.add(Optional.empty(), other);
        String first = sessions.add(Optional.empty(), link);
        String last = first;
        for (int i = 0; i < OF_LINK; i++) {
            pass(Duration.ofSeconds(1));
            last = sessions.add(Optional.empty(), link);
        }
        assertThat(isGood(first)).isFalse();
        assertThat(isGood(last)).isTrue();
        assertThat(isGood(stranger)).isTrue();
    }

    @Test
    void sessionThatLosesItsPlaceKeepsItsOtherLinks() {
        String both = sessions.add(Optional.of(sessions.add(Optional.empty(), other)), link);
        for (int i = 0; i < OF_LINK; i++) {
            pass(Duration.ofSeconds(1));
            sessions.add(Optional.empty(), link);
        }
        assertThat(grants.linksOfSession(Secrets.hash(both)))
                .singleElement()
                .satisfies(grant -> assertThat(grant.id()).isEqualTo(other));
    }

    private boolean isGood(String session) {
        return !grants.linksOfSession(Secrets.hash(session)).isEmpty();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
