package dev.fanlight.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.cli.AgentCommand;
import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.cli.Cli;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.RelayUrl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServiceInstallTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path root;
    private Path state;
    private Path jar;

    @BeforeEach
    void prepare() throws IOException {
        root = temp.resolve("root");
        state = temp.resolve("state");
        jar = Files.writeString(temp.resolve("agent.jar"), "a program");
    }

    private int agent(String... words) {
        CommandLine line = Cli.of(new AgentCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    private int install() {
        return agent(
                "service", "install", "--root", root.toString(), "--jar", jar.toString(), "--state", state.toString());
    }

    private DeviceIdentity joined(IdentityStore store) {
        DeviceIdentity identity = new DeviceIdentity(
                RelayUrl.parse("wss://relay.example:8443"),
                "webpki",
                "device-1",
                "front",
                DeviceKey.generate(new SecureRandom()));
        store.save(identity);
        return identity;
    }

    @Test
    void theUnitOfThePackageIsTheOneInDeploy() throws IOException {
        ServiceUnit packaged =
                new ServiceUnit(Path.of("/usr/bin/java"), Path.of("/usr/share/fanlight/fanlight-agent.jar"));
        assertThat(packaged.text()).isEqualTo(Files.readString(Path.of("../deploy/systemd/fanlight-agent.service")));
    }

    @Test
    void installPutsProgramUnitAndKeysBelowTheRoot() throws IOException {
        DeviceIdentity front = joined(new IdentityStore(state));
        DeviceIdentity nest = joined(new CameraStates(state).store("nest"));
        assertThat(install()).as(err.toString()).isZero();
        String unit = Files.readString(root.resolve("etc/systemd/system/fanlight-agent.service"));
        assertThat(unit)
                .contains(" -jar /usr/local/share/fanlight/fanlight-agent.jar run\n")
                .contains("NoNewPrivileges=yes", "ProtectSystem=strict", "DynamicUser=yes");
        assertThat(root.resolve("usr/local/share/fanlight/fanlight-agent.jar")).hasContent("a program");
        Path kept = root.resolve("var/lib/fanlight-agent");
        assertThat(new IdentityStore(kept).load().orElseThrow().key().publicKey())
                .isEqualTo(front.key().publicKey());
        assertThat(new CameraStates(kept)
                        .store("nest")
                        .load()
                        .orElseThrow()
                        .key()
                        .publicKey())
                .isEqualTo(nest.key().publicKey());
        assertThat(new IdentityStore(state).load())
                .as("no second copy of the key")
                .isEmpty();
        assertThat(out.toString()).contains("✓ wrote", "✓ moved the key of 2 cameras");
    }

    @Test
    void aUnitOfAPackageIsUsedAsItIs() throws IOException {
        DeviceIdentity front = joined(new IdentityStore(state));
        Path unit = root.resolve("usr/lib/systemd/system/fanlight-agent.service");
        Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        Files.writeString(unit, "of the package");

        assertThat(install()).as(err.toString()).isZero();

        assertThat(unit).hasContent("of the package");
        assertThat(root.resolve("etc/systemd/system/fanlight-agent.service")).doesNotExist();
        assertThat(root.resolve("usr/local/share/fanlight/fanlight-agent.jar")).doesNotExist();
        assertThat(new IdentityStore(root.resolve("var/lib/fanlight-agent"))
                        .load()
                        .orElseThrow()
                        .key()
                        .publicKey())
                .isEqualTo(front.key().publicKey());
    }

    @Test
    void aCameraThatPeopleHavePausedIsPausedInTheServiceToo() {
        joined(new IdentityStore(state));
        new PauseFile(state).pause("visitors");
        assertThat(install()).isZero();
        assertThat(new PauseFile(root.resolve("var/lib/fanlight-agent")).reason())
                .contains("visitors");
        assertThat(new PauseFile(state).reason()).isEmpty();
        assertThat(out.toString()).contains("✓ moved the key of the camera");
    }

    @Test
    void anIdentityThatTheServiceHasIsNotReplaced() {
        DeviceIdentity service = joined(new IdentityStore(root.resolve("var/lib/fanlight-agent")));
        joined(new IdentityStore(state));
        assertThat(install()).isZero();
        assertThat(new IdentityStore(root.resolve("var/lib/fanlight-agent"))
                        .load()
                        .orElseThrow()
                        .key()
                        .publicKey())
                .isEqualTo(service.key().publicKey());
        assertThat(new IdentityStore(state).load()).isPresent();
    }

    @Test
    void uninstallLeavesTheKeys() {
        joined(new IdentityStore(state));
        assertThat(install()).isZero();
        assertThat(agent("service", "uninstall", "--root", root.toString())).isZero();
        assertThat(root.resolve("etc/systemd/system/fanlight-agent.service")).doesNotExist();
        assertThat(new IdentityStore(root.resolve("var/lib/fanlight-agent")).load())
                .isPresent();
        assertThat(agent("service", "uninstall", "--root", root.toString())).isZero();
        assertThat(out.toString()).contains("The service is not installed.");
    }

    @Test
    void printChangesNothing() {
        assertThat(agent("service", "install", "--print", "--root", root.toString(), "--jar", "/opt/my agent/a.jar"))
                .isZero();
        assertThat(out.toString()).contains("-jar \"/opt/my agent/a.jar\" run", "[Install]");
        assertThat(root).doesNotExist();
    }
}
