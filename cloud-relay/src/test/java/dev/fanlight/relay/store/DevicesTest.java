package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@StoreTest
class DevicesTest extends OpenedStore {

    private static final int WRITERS = 6;
    private static final String INSERT = "INSERT INTO device (id, camera_id, public_key, state, created_at)"
            + " SELECT ?, id, 'key', 'active', 0 FROM camera WHERE name = ?";

    DevicesTest(StoreKind kind) {
        super(kind);
    }

    @Test
    void deviceIsFoundByItsIdAndItsCameraUntilItIsRevoked() {
        String id = store.devices().approve(FRONT, "key").id();
        assertThat(store.devices().find(id)).map(Registered::publicKey).contains("key");
        assertThat(store.devices().of(FRONT)).map(Registered::id).contains(id);
        assertThat(store.grants().isDevice(id, FRONT)).isTrue();
        assertThat(store.devices().revoke(id)).isTrue();
        assertThat(store.devices().find(id)).isEmpty();
        assertThat(store.devices().revoke(id)).isFalse();
    }

    @Test
    void rotatedKeyIsOfferedAndPromoted() {
        String id = store.devices().approve(FRONT, "old").id();
        assertThat(store.devices().rotate(FRONT)).contains(id);
        assertThat(store.devices().find(id).orElseThrow().isRotating()).isTrue();
        store.devices().offerKey(id, "new");
        store.devices().promoteKey(id);
        Registered promoted = store.devices().find(id).orElseThrow();
        assertThat(promoted.publicKey()).isEqualTo("new");
        assertThat(promoted.isRotating()).isFalse();
        assertThat(promoted.nextKey()).isEmpty();
    }

    @Test
    void codeIsValidOnceAndNotAfterFiveWrongSecrets() {
        Invitations.Invitation first = store.invitations().invite(FRONT, false);
        assertThat(store.devices().redeem(first.code(), "wrong", "key")).isEmpty();
        assertThat(store.devices().redeem(first.code(), first.secret(), "key")).isPresent();
        assertThat(store.devices().redeem(first.code(), first.secret(), "key")).isEmpty();
        Invitations.Invitation second = store.invitations().invite(FRONT, false);
        for (int i = 0; i < Devices.MAX_WRONG_TRIES; i++) {
            assertThat(store.devices().redeem(second.code(), "wrong", "key")).isEmpty();
        }
        assertThat(store.devices().redeem(second.code(), second.secret(), "key"))
                .isEmpty();
        Invitations.Invitation late = store.invitations().invite(FRONT, false);
        pass(Invitations.CODE_LIFE.plus(Duration.ofSeconds(1)));
        assertThat(store.devices().redeem(late.code(), late.secret(), "key")).isEmpty();
    }

    @Test
    void ofApprovalsAtTheSameTimeOneDeviceStaysActive() throws Exception {
        store.invitations().invite(FRONT, false);
        try (RelayStore other = another()) {
            List<Callable<Registered>> approvals = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                RelayStore relay = i % 2 == 0 ? store : other;
                String key = "key-" + i;
                approvals.add(() -> relay.devices().approve(FRONT, key));
            }
            List<String> approved =
                    AtOnce.run(approvals).stream().map(Registered::id).toList();
            assertThat(approved).doesNotHaveDuplicates().hasSize(WRITERS);
            assertThat(approved.stream().map(store.devices()::find).flatMap(Optional::stream))
                    .singleElement()
                    .isEqualTo(store.devices().of(FRONT).orElseThrow());
        }
    }

    @Test
    void codeThatTwoAgentsRedeemAtTheSameTimeAdmitsOne() throws Exception {
        Invitations.Invitation invitation = store.invitations().invite(FRONT, false);
        try (RelayStore other = another()) {
            List<Optional<Registered>> redeemed = AtOnce.run(List.of(
                    () -> store.devices().redeem(invitation.code(), invitation.secret(), "one"),
                    () -> other.devices().redeem(invitation.code(), invitation.secret(), "two")));
            assertThat(redeemed.stream().flatMap(Optional::stream)).hasSize(1);
        }
    }

    @Test
    void databaseItselfRefusesASecondActiveDevice() throws Exception {
        store.invitations().invite(FRONT, false);
        try (RelayStore other = another()) {
            List<String> outcomes =
                    AtOnce.run(List.of(() -> insertBlindly(store, "one"), () -> insertBlindly(other, "two")));
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            "stored", "Another change to the same data came first, so nothing was changed. Try again.");
        }
        assertThat(store.devices().of(FRONT)).isPresent();
    }

    /** As a writer would that forgot to revoke the device before. */
    private static String insertBlindly(RelayStore relay, String id) {
        try {
            relay.database().write(connection -> Row.update(connection, INSERT, id, FRONT.text()));
            return "stored";
        } catch (ConflictException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
