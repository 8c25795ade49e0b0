package dev.fanlight.agent.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.ExitCode;
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

class IdentityStoreTest {

    @TempDir
    private Path folder;

    private IdentityStore store;
    private final DeviceIdentity identity = new DeviceIdentity(
            RelayUrl.parse("wss://cam.example.org:8443"),
            "webpki",
            "device-1",
            "front",
            DeviceKey.generate(new SecureRandom()));

    @BeforeEach
    void inANewFolder() {
        store = new IdentityStore(folder.resolve("a/b"));
    }

    private Path file() {
        return store.folder().resolve("identity.properties");
    }

    @Test
    void nothingSavedIsNothing() {
        assertThat(store.load()).isEmpty();
    }

    @Test
    void whatIsSavedIsLoadedAndNoOtherUserMayReadIt() throws IOException {
        store.save(identity);
        store.save(identity);
        DeviceIdentity loaded = store.load().orElseThrow();
        assertThat(loaded.relay()).isEqualTo(identity.relay());
        assertThat(loaded.device()).isEqualTo("device-1");
        assertThat(loaded.key().publicKey()).isEqualTo(identity.key().publicKey());
        assertThat(loaded.key().privateKeyBytes()).isEqualTo(identity.key().privateKeyBytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder())))
                .isEqualTo("rwx------");
        assertThat(file().resolveSibling("identity.properties.new")).doesNotExist();
    }

    @Test
    void aFolderOrFileThatOthersCanReadIsRefused() throws IOException {
        store.save(identity);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(store::load)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS))
                .hasMessageContaining("chmod 0600");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(store.folder(), PosixFilePermissions.fromString("rwxr-x---"));
        assertThatThrownBy(store::load).hasMessageContaining("chmod 0700");
    }

    @Test
    void whatIsForgottenLeavesNoKeyBehind() throws IOException {
        store.save(identity);
        store.saveSpare(identity);
        store.forget();
        assertThat(store.load()).isEmpty();
        assertThat(store.folder()).isEmptyDirectory();
    }

    @Test
    void whetherItCanBeSavedIsFoundWithoutLeavingAnything() throws IOException {
        store.checkSavable();
        assertThat(folder).isEmptyDirectory();
        store.save(identity);
        store.checkSavable();
        assertThat(store.load()).isPresent();
        IdentityStore belowAFile =
                new IdentityStore(Files.writeString(folder.resolve("file"), "").resolve("state"));
        assertThatThrownBy(belowAFile::checkSavable)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS));
    }

    @Test
    void aDamagedFileIsOneSentence() throws IOException {
        store.save(identity);
        String good = Files.readString(file());
        for (String bad :
                new String[] {"", good.substring(0, good.length() / 2), good.replace("MF", "!!"), "\\u00zz=1"}) {
            Files.writeString(file(), bad);
            assertThatThrownBy(store::load)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("join --force");
        }
    }

    @Test
    void theKeyDoesNotShowInText() {
        assertThat(identity.toString())
                .contains("front")
                .doesNotContain(identity.key().publicKey());
    }
}
