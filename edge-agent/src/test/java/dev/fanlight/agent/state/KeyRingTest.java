package dev.fanlight.agent.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.RelayUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    @TempDir
    private Path temp;

    private final SecureRandom random = new SecureRandom();
    private final DeviceIdentity old = identity("device-1");
    private IdentityStore store;

    private DeviceIdentity identity(String device) {
        return new DeviceIdentity(
                RelayUrl.parse("wss://relay:8443"), "webpki", device, "front", DeviceKey.generate(random));
    }

    @BeforeEach
    void joined() {
        store = new IdentityStore(temp.resolve("state"));
        store.save(old);
    }

    private Path file(String name) {
        return store.folder().resolve(name);
    }

    private KeyRing ring() {
        return KeyRing.stored(store, random).orElseThrow();
    }

    private static String publicKey(DeviceIdentity identity) {
        return identity.key().publicKey();
    }

    @Test
    void theNextKeyIsOnDiskForItsOwnerOnlyBeforeAnybodyHearsOfIt() throws IOException {
        DeviceIdentity next = ring().makeSpare();
        assertThat(publicKey(next)).isNotEqualTo(publicKey(old));
        assertThat(next.isSameDevice(old)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("identity.properties.next"))))
                .isEqualTo("rw-------");
        KeyRing restarted = ring();
        assertThat(publicKey(restarted.current())).isEqualTo(publicKey(old));
        assertThat(publicKey(restarted.spare().orElseThrow())).isEqualTo(publicKey(next));
    }

    @Test
    void aChangeThatIsBegunAgainOffersTheSameKey() {
        DeviceIdentity first = ring().makeSpare();
        KeyRing restarted = ring();
        assertThat(publicKey(restarted.makeSpare())).isEqualTo(publicKey(first));
        assertThat(publicKey(restarted.makeSpare())).isEqualTo(publicKey(first));
    }

    @Test
    void adoptingReplacesTheOldKeyInOneStep() {
        KeyRing ring = ring();
        DeviceIdentity next = ring.makeSpare();
        ring.adoptSpare();
        ring.adoptSpare();
        assertThat(publicKey(ring.current())).isEqualTo(publicKey(next));
        assertThat(ring.spare()).isEmpty();
        assertThat(file("identity.properties.next")).doesNotExist();
        KeyRing restarted = ring();
        assertThat(publicKey(restarted.current())).isEqualTo(publicKey(next));
        assertThat(restarted.spare()).isEmpty();
    }

    @Test
    void aFileThatWasCutOffWhileItWasWrittenIsNoKey() throws IOException {
        ring().makeSpare();
        Path next = file("identity.properties.next");
        String whole = Files.readString(next);
        Files.writeString(next, whole.substring(0, whole.length() / 2));
        KeyRing ring = ring();
        assertThat(ring.spare()).isEmpty();
        assertThat(publicKey(ring.current())).isEqualTo(publicKey(old));
        Files.move(next, file("identity.properties.next.new"));
        assertThat(publicKey(ring().makeSpare())).isNotEqualTo(publicKey(old));
    }

    @Test
    void joiningAnewForgetsTheNextKeyOfBefore() throws IOException {
        ring().makeSpare();
        Path next = file("identity.properties.next");
        byte[] leftOver = Files.readAllBytes(next);
        DeviceIdentity other = identity("device-2");
        store.save(other);
        assertThat(next).doesNotExist();
        Files.write(next, leftOver);
        assertThat(ring().spare()).as("of another device").isEmpty();
    }

    @Test
    void whatCannotBeKeptIsNotOffered() throws IOException {
        KeyRing ring = ring();
        Files.createDirectories(file("identity.properties.next.new/in the way"));
        assertThatThrownBy(ring::makeSpare).isInstanceOf(UserException.class).hasMessageContaining("cannot be written");
        assertThat(ring.spare()).isEmpty();
    }

    @Test
    void whatCannotBeAdoptedLeavesBothKeys() throws IOException {
        KeyRing ring = ring();
        DeviceIdentity next = ring.makeSpare();
        Files.delete(file("identity.properties"));
        Files.createDirectories(file("identity.properties/in the way"));
        assertThatThrownBy(ring::adoptSpare).isInstanceOf(UserException.class);
        assertThat(publicKey(ring.current())).isEqualTo(publicKey(old));
        assertThat(publicKey(ring.spare().orElseThrow())).isEqualTo(publicKey(next));
    }

    @Test
    void aKeyThatIsKeptElsewhereIsNotChangedFromHere() {
        KeyRing fixed = KeyRing.fixed(old);
        assertThatThrownBy(fixed::makeSpare).hasMessageContaining("kept by the program that embeds it");
        assertThat(fixed.spare()).isEmpty();
    }
}
