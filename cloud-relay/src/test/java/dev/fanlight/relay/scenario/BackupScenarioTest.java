package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.state.PrivateFiles;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} of a relay that runs, and {@code restore} where none does. */
class BackupScenarioTest {

    private static final int WRITERS = 8;
    private static final int BURST = 3;

    @TempDir
    private Path temp;

    @Test
    void linksAgentsAndAcknowledgedChatOfABackupUnderLoadAreThereInAnEmptyFolder() throws IOException {
        Path file = temp.resolve("relay.backup");
        Path settings = Files.writeString(temp.resolve("relay.yaml"), "chat:\n  lines: 500\n");
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        String device;
        String link;
        List<String> acknowledged;
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            TestCamera camera = relay.invite("front");
            device = relay.agent().join(camera.invitation(), key);
            link = chatLink(relay);
            acknowledged = say(writers(relay, link), "before");
            List<TestViewer> busy = writers(relay, link);
            busy.forEach(writer -> writer.say("client-during", "while it is copied"));
            backup(file, settings).good();
            say(writers(relay, link).subList(0, 1), "after");
        }
        assertThat(PrivateFiles.isOpenToOthers(file)).isFalse();
        Path placed = temp.resolve("other.yaml");
        assertThat(restore(file, "empty", "-c", placed.toString()).good()).contains("✓ restored", "✓ wrote " + placed);
        assertThat(placed).hasSameTextualContentAs(settings);
        assertThat(temp.resolve("empty/ca.crt")).hasSameBinaryContentAs(temp.resolve("state/ca.crt"));
        try (TestRelay relay = TestRelay.start(temp.resolve("empty"))) {
            TestAgent agent = relay.agent();
            agent.authenticate(device, key);
            agent.expect(Accepted.class);
            TestViewer viewer = relay.viewer();
            viewer.watch("front", link);
            viewer.expect(ChatReady.class);
            assertThat(viewer.lines.stream().map(line -> line.text()))
                    .containsAll(acknowledged)
                    .doesNotContain("after 0 0");
        }
    }

    @Test
    void nothingIsOverwrittenUnlessTheOwnerMovesItAside() throws IOException {
        Path file = temp.resolve("relay.backup");
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            relay.invite("front");
            backup(file).good();
            assertThat(backup(file).bad(1)).contains("exists already and is not overwritten");
            assertThat(restore(file, "state").bad(3)).contains("is in use", "Stop that one first");
            assertThat(restore(file, "state", "--replace").bad(3)).contains("is in use");
        }
        assertThat(restore(file, "state").bad(3)).contains("--replace");
        assertThat(restore(file, "state", "--replace").good()).contains("moved what was there into");
        try (Stream<Path> folders = Files.list(temp.resolve("state"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(each -> each.toString().contains("before-restore")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside.resolve("relay.db")).exists());
        }
        TestRelay.start(temp.resolve("state")).close();
    }

    @Test
    void aBackupThatIsDamagedOrNoneChangesNothing() throws IOException {
        Path file = temp.resolve("relay.backup");
        TestRelay.start(temp.resolve("state")).close();
        backup(file).good();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(temp.resolve("damaged"), bytes);
        assertThat(restore(damaged, "empty").err()).startsWith("✗ The backup " + damaged);
        Path text = Files.writeString(temp.resolve("text"), "no archive");
        assertThat(restore(text, "empty").bad(1)).contains("cannot be read");
        assertThat(restore(temp.resolve("missing"), "empty").bad(1)).contains("there is no such file");
        assertThat(restore(archive("some.txt", "hello"), "empty").bad(3)).contains("no backup of a relay");
        String climbing = "{\"format\":1,\"created\":\"2026-01-01T00:00:00Z\",\"files\":"
                + "[{\"name\":\"state/../../x\",\"size\":0,\"sha256\":\"" + "0".repeat(64) + "\"}]}";
        assertThat(restore(archive("manifest.json", climbing), "empty").bad(3)).contains("damaged manifest.json");
        try (Stream<Path> left = Files.list(temp.resolve("empty"))) {
            assertThat(left.map(each -> each.getFileName().toString())).containsExactly("lock");
        }
    }

    @Test
    void aDatabaseOnAServerIsLeftToItsOwnProgramsAndItsPasswordIsNotShown() throws IOException {
        TestRelay.start(temp.resolve("state")).close();
        Path file = temp.resolve("relay.backup");
        CommandRun run = backup(file, "--set", "store.url=postgresql://ann:hunter2@db.example.org/fanlight");
        assertThat(run.good())
                .contains("pg_dump --format=custom", "postgresql://ann:***@db.example.org:5432/fanlight")
                .doesNotContain("hunter2");
        assertThat(restore(file, "empty").good()).contains("pg_restore").doesNotContain("hunter2");
        assertThat(temp.resolve("empty/relay.db")).doesNotExist();
        assertThat(temp.resolve("empty/identity.key")).exists();
    }

    private CommandRun backup(Path file, Path settings) {
        return backup(file, "-c", settings.toString());
    }

    private CommandRun backup(Path file, String... more) {
        return CommandRun.of(
                temp.resolve("state"),
                Stream.concat(Stream.of("backup", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private CommandRun restore(Path file, String folder, String... more) {
        return CommandRun.of(
                temp.resolve(folder),
                Stream.concat(Stream.of("restore", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path archive(String name, String text) throws IOException {
        Path file = temp.resolve("archive-of-" + name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private static String chatLink(TestRelay relay) {
        return relay.host()
                .post("/cameras/front/links", new JsonObject().put("can", "chat"))
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
    }

    private static List<TestViewer> writers(TestRelay relay, String link) {
        return IntStream.range(0, WRITERS)
                .mapToObj(number -> {
                    TestViewer writer = relay.viewer();
                    writer.watch("front", link);
                    writer.expect(ChatReady.class);
                    return writer;
                })
                .toList();
    }

    /** Everyone says as much as one may at once; the texts, which are all acknowledged. */
    private static List<String> say(List<TestViewer> writers, String word) {
        for (int number = 0; number < writers.size(); number++) {
            TestViewer writer = writers.get(number);
            int who = number;
            IntStream.range(0, BURST)
                    .forEach(line -> writer.say("client-" + word + line, word + " " + who + " " + line));
        }
        writers.forEach(writer -> Await.until("all lines are acknowledged", () -> accepted(writer, word) == BURST));
        return IntStream.range(0, writers.size() * BURST)
                .mapToObj(line -> word + " " + line / BURST + " " + line % BURST)
                .toList();
    }

    private static long accepted(TestViewer writer, String word) {
        return writer.received.stream()
                .filter(ChatAccepted.class::isInstance)
                .map(ChatAccepted.class::cast)
                .filter(accepted -> accepted.clientId().startsWith("client-" + word))
                .count();
    }
}
