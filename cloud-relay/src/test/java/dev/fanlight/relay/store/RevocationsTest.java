package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.Visibility;
import dev.fanlight.relay.store.Revocations.Kind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationsTest {

    private static final CameraName FRONT = new CameraName("front");

    @TempDir
    private Path temp;

    private RelayStore store;
    private boolean refuses = true;

    @BeforeEach
    void open() {
        store = RelayStore.open(
                Dialect.sqlite(temp.resolve("relay.db")), new Secrets(new SecureRandom()), Clock.systemUTC());
        store.invitations().invite(FRONT, false);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void cameraThatIsOpenedAgainStaysOpenWhenItsEarlierClosingIsStored() {
        take(Kind.VISITORS, "front", () -> store.cameras().open(FRONT, Visibility.PRIVATE, ChatRole.WATCHER));
        refuses = false;
        assertThat(store.revocations().isTaken(Kind.VISITORS, "front")).isTrue();
        store.revocations()
                .grant(Kind.VISITORS, "front", () -> store.cameras().open(FRONT, Visibility.PUBLIC, ChatRole.WATCHER));
        assertThat(store.revocations().isTaken(Kind.VISITORS, "front")).isFalse();
        assertThat(store.storeRest()).isTrue();
        assertThat(store.cameras().find(FRONT)).map(CameraRecord::visibility).contains(Visibility.PUBLIC);
    }

    @Test
    void cameraThatWasRemovedIsGoneBeforeItsNameIsUsedAgain() {
        String link = store.links()
                .create(FRONT, Links.NewLink.plain(ChatRole.WATCHER))
                .orElseThrow()
                .id();
        take(Kind.CAMERA, "front", () -> store.cameras().remove(FRONT));
        refuses = false;
        store.revocations().storeFirst(Kind.CAMERA, "front");
        store.invitations().invite(FRONT, false);
        assertThat(store.storeRest()).isTrue();
        assertThat(store.cameras().find(FRONT)).isPresent();
        assertThat(store.links().find(link)).isEmpty();
    }

    @Test
    void deviceThatReplacedARevokedOneKeepsItsRight() {
        String lost = store.devices().approve(FRONT, "lost").id();
        take(Kind.DEVICE, lost, () -> store.devices().revoke(lost));
        refuses = false;
        String replacement = store.devices().approve(FRONT, "replacement").id();
        assertThat(store.storeRest()).isTrue();
        assertThat(store.grants().isDevice(replacement, FRONT)).isTrue();
        assertThat(store.grants().isDevice(lost, FRONT)).isFalse();
    }

    @Test
    void sessionsThatTheStoreRefusedLeaveRoomForRevocations() {
        for (int i = 0; i < UnstoredChanges.MAX; i++) {
            assertThat(store.unstoredSessions().add("session " + i, () -> {})).isTrue();
        }
        assertThat(store.unstoredSessions().add("one more", () -> {})).isFalse();
        take(Kind.LINK, "link", () -> true);
        assertThat(store.revocations().isTaken(Kind.LINK, "link")).isTrue();
    }

    @Test
    void sessionOfACameraThatWasRemovedMeanwhileDoesNotWaitForEver() throws SQLException {
        String link = store.links()
                .create(FRONT, Links.NewLink.plain(ChatRole.WATCHER))
                .orElseThrow()
                .id();
        String session;
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("relay.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            session = store.viewerSessions().add(Optional.empty(), link);
            assertThat(store.storeRest()).isFalse();
        }
        assertThat(store.viewerSessions().unstoredLinks(Secrets.hash(session))).containsExactly(link);
        assertThat(store.cameras().remove(FRONT)).isTrue();
        assertThat(store.storeRest()).isTrue();
        assertThat(store.viewerSessions().unstoredLinks(Secrets.hash(session))).isEmpty();
    }

    private void take(Kind kind, String id, BooleanSupplier write) {
        assertThat(store.revocations()
                        .take(kind, id, () -> {
                            if (refuses) {
                                throw new StoreUnavailableException("the disk is full", new SQLException());
                            }
                            return write.getAsBoolean();
                        })
                        .unstored())
                .isPresent();
    }
}
