package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StoreTest
class ViewerSessionsTest extends OpenedStore {

    private static final int OF_LINK = 3;

    private ViewerSessions sessions;
    private StoredGrants grants;
    private String link;
    private String other;

    ViewerSessionsTest(StoreKind kind) {
        super(kind);
    }

    @BeforeEach
    void makeLinks() {
        sessions = new ViewerSessions(
                store.database(), new Secrets(new SecureRandom()), clock, new UnstoredChanges(), OF_LINK);
        grants = store.grants();
        store.invitations().invite(FRONT, false);
        link = newLink();
        other = newLink();
    }

    @Test
    void sessionInUseOutlivesTheIdleLimit() {
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
    void sessionsOfOneLinkDisplaceOnlySessionsOfTheSameLink() {
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
    void addressWithManySessionsOfALinkDisplacesItsOwnAndNotThoseOfOthers() {
        String holder = sessions.add(Optional.empty(), link, "holder");
        String flood = holder;
        for (int i = 0; i < 10 * OF_LINK; i++) {
            pass(Duration.ofSeconds(1));
            flood = sessions.add(Optional.empty(), link, "flooder");
        }
        assertThat(isGood(holder)).isTrue();
        assertThat(isGood(flood)).isTrue();

        String late = sessions.add(Optional.empty(), link, "another");
        assertThat(isGood(holder)).isTrue();
        assertThat(isGood(late)).isTrue();
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

    private String newLink() {
        return store.links()
                .create(FRONT, Links.NewLink.plain(ChatRole.WATCHER))
                .orElseThrow()
                .id();
    }
}
