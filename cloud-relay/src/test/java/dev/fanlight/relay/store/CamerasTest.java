package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.Visibility;
import dev.fanlight.relay.chat.ChatLog.Draft;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StoreTest
class CamerasTest extends OpenedStore {

    private static final CameraName SHED = new CameraName("shed");

    CamerasTest(StoreKind kind) {
        super(kind);
    }

    @BeforeEach
    void invite() {
        store.invitations().invite(FRONT, true);
        store.invitations().invite(BACK, true);
    }

    @Test
    void camerasAreListedByNameWithWhatWasChanged() {
        store.cameras().retitle(FRONT, "Front door");
        store.cameras().seen(FRONT);
        store.cameras().pause(FRONT, true);
        assertThat(store.cameras().list()).extracting(CameraRecord::name).containsExactly(BACK, FRONT);
        CameraRecord front = store.cameras().find(FRONT).orElseThrow();
        assertThat(front.title()).isEqualTo("Front door");
        assertThat(front.lastSeenMillis()).hasValue(clock.millis());
        assertThat(front.isPaused()).isTrue();
        store.cameras().pause(FRONT, false);
        assertThat(store.cameras().find(FRONT).orElseThrow().isPaused()).isFalse();
        assertThat(store.cameras().retitle(SHED, "Shed")).isFalse();
    }

    @Test
    void unlistedCameraHasALongIdThatIsNewEachTime() {
        store.cameras().open(FRONT, Visibility.UNLISTED, ChatRole.WATCHER);
        String first = store.cameras().find(FRONT).orElseThrow().longId().orElseThrow();
        store.cameras().open(FRONT, Visibility.UNLISTED, ChatRole.CHATTER);
        assertThat(store.grants().camera(first)).map(CameraAccess::camera).contains(FRONT);
        store.cameras().open(FRONT, Visibility.PRIVATE, ChatRole.CHATTER);
        assertThat(store.grants().camera(first)).isEmpty();
        store.cameras().open(FRONT, Visibility.UNLISTED, ChatRole.CHATTER);
        assertThat(store.cameras().find(FRONT).orElseThrow().longId().orElseThrow())
                .isNotEqualTo(first);
    }

    @Test
    void renamedCameraIsFoundUnderBothNamesAndKeepsItsTitleOfItsOwn() {
        store.cameras().retitle(BACK, "Garden");
        assertThat(store.cameras().rename(FRONT, SHED)).isTrue();
        assertThat(store.cameras().find(SHED).orElseThrow().title()).isEqualTo("shed");
        assertThat(store.grants().camera("front")).map(CameraAccess::camera).contains(SHED);
        assertThat(store.grants().camera("shed")).map(CameraAccess::camera).contains(SHED);
        assertThat(store.cameras().rename(SHED, BACK)).isFalse();
        assertThat(store.cameras().rename(BACK, new CameraName("garden"))).isTrue();
        assertThat(store.cameras().find(new CameraName("garden")).orElseThrow().title())
                .isEqualTo("Garden");
    }

    @Test
    void renamedCameraKeepsItsChatAndANewOneOfTheOldNameHasNone() {
        append(FRONT, "hello");
        store.cameras().rename(FRONT, SHED);
        assertThat(store.chatLines().open(SHED, 10).lines()).hasSize(1);
        assertThat(store.chatLines().open(FRONT, 10).lines()).isEmpty();
        store.invitations().invite(FRONT, false);
        assertThat(store.chatLines().open(FRONT, 10).lastSeq()).isZero();
        assertThat(store.chatLines().open(SHED, 10).lastSeq()).isEqualTo(1);
    }

    @Test
    void cameraIsRemovedWithAllThatBelongsToIt() {
        store.devices().approve(FRONT, "key");
        String link = store.links().list(Optional.of(FRONT)).get(0).id();
        store.viewerSessions().add(Optional.empty(), link);
        store.chatLines().rename(FRONT, "person", "Ann");
        append(FRONT, "hello");
        store.cameras().rename(FRONT, SHED);
        assertThat(store.cameras().remove(SHED)).isTrue();
        assertThat(store.cameras().remove(SHED)).isFalse();
        assertThat(store.cameras().list()).extracting(CameraRecord::name).containsExactly(BACK);
        assertThat(store.links().find(link)).isEmpty();
        assertThat(append(SHED, "too late")).isEmpty();
        store.invitations().invite(SHED, false);
        assertThat(store.chatLines().open(SHED, 10).names()).isEmpty();
    }

    @Test
    void ofTwoRenamesToTheSameNameAtTheSameTimeOneIsRefused() throws Exception {
        try (RelayStore other = another()) {
            assertThat(AtOnce.run(List.of(
                            () -> store.cameras().rename(FRONT, SHED),
                            () -> other.cameras().rename(BACK, SHED))))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(store.cameras().list()).hasSize(2);
        }
    }

    @Test
    void ofTwoRenamesOfTheSameCameraAtTheSameTimeOneIsRefused() throws Exception {
        CameraName garage = new CameraName("garage");
        try (RelayStore other = another()) {
            assertThat(AtOnce.run(List.of(
                            () -> store.cameras().rename(FRONT, SHED),
                            () -> other.cameras().rename(FRONT, garage))))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(store.grants().camera("front")).isPresent();
        }
    }

    @Test
    void cameraThatIsInvitedTwiceAtTheSameTimeIsOne() throws Exception {
        try (RelayStore other = another()) {
            AtOnce.run(List.of(
                    () -> store.invitations().invite(SHED, false),
                    () -> other.invitations().invite(SHED, false)));
            assertThat(store.cameras().list()).hasSize(3);
        }
    }

    private Optional<?> append(CameraName camera, String text) {
        return store.chatLines()
                .append(List.of(new Draft(
                        camera, 1, "person", "Ann", text, "client-1", Optional.empty(), OptionalLong.empty())))
                .get(0);
    }
}
