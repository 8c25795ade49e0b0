package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.LinkGrant;
import dev.fanlight.relay.store.Links.Link;
import dev.fanlight.relay.store.Links.Made;
import dev.fanlight.relay.store.Links.NewLink;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StoreTest
class LinksTest extends OpenedStore {

    LinksTest(StoreKind kind) {
        super(kind);
    }

    @BeforeEach
    void invite() {
        store.invitations().invite(FRONT, false);
    }

    @Test
    void linkIsGrantedByItsKeyUntilItEnds() {
        Made made = create(new NewLink(
                ChatRole.WATCHER,
                "Grandma",
                OptionalLong.of(clock.millis() + 1_000),
                OptionalInt.of(3),
                Optional.of("hash")));
        LinkGrant grant = store.grants().linkOfKey(Secrets.hash(made.key())).orElseThrow();
        assertThat(grant.id()).isEqualTo(made.id());
        assertThat(grant.camera()).isEqualTo(FRONT);
        assertThat(store.grants().link(made.id())).contains(grant);
        Link link = store.links().find(made.id()).orElseThrow();
        assertThat(link.maxViewers()).hasValue(3);
        assertThat(link.hasPassword()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(store.grants().link(made.id())).isEmpty();
    }

    @Test
    void revokedLinkIsListedAndGrantsNothing() {
        Made made = create(NewLink.plain(ChatRole.WATCHER));
        assertThat(store.links().revoke(made.id())).isTrue();
        assertThat(store.links().revoke(made.id())).isFalse();
        assertThat(store.grants().link(made.id())).isEmpty();
        assertThat(store.links().list(Optional.of(FRONT))).hasSize(2);
        assertThat(store.links().list(Optional.empty())).hasSize(2);
        assertThat(store.links().list(Optional.of(BACK))).isEmpty();
    }

    @Test
    void endedLinksAreDeletedAtTheLimitAndValidOnesAreNot() {
        String front = store.cameras().find(FRONT).orElseThrow().id();
        store.database().write(connection -> {
            for (int i = 0; i < Links.MAX_LINKS - 1; i++) {
                store.links().create(connection, front, NewLink.plain(ChatRole.WATCHER));
            }
            return true;
        });
        assertThatThrownBy(() -> create(NewLink.plain(ChatRole.WATCHER))).isInstanceOf(LimitReachedException.class);
        store.database()
                .write(connection -> Row.update(
                        connection,
                        "UPDATE link SET revoked_at = 1 WHERE id IN (SELECT id FROM link ORDER BY id LIMIT 200)"));
        create(NewLink.plain(ChatRole.WATCHER));
        assertThat(store.links().list(Optional.of(FRONT))).hasSize(Links.MAX_LINKS - 100 + 1);
    }

    @Test
    void linkToACameraThatIsGoneIsNotMade() {
        assertThat(store.links().create(new CameraName("gone"), NewLink.plain(ChatRole.WATCHER)))
                .isEmpty();
    }

    @Test
    void cameraHasFewOpenCodes() {
        for (int i = 1; i < Invitations.MAX_OPEN_CODES; i++) {
            store.invitations().invite(FRONT, false);
        }
        assertThatThrownBy(() -> store.invitations().invite(FRONT, false)).isInstanceOf(LimitReachedException.class);
        pass(Invitations.CODE_LIFE);
        store.invitations().invite(FRONT, false);
    }

    private Made create(NewLink link) {
        return store.links().create(FRONT, link).orElseThrow();
    }
}
