package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import io.vertx.core.json.JsonArray;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat from the command line of its owner. */
class ChatCommandScenarioTest {

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera front;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"));
        front = relay.invite("front");
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void noteIsPinnedShownAndTakenDown() {
        TestViewer viewer = relay.watching(front);
        assertThat(run("note", "front").good()).contains("There is no note.");
        assertThat(run("note", "front", "Eggs: 3").good()).contains("pinned");
        assertThat(nextNote(viewer)).isEqualTo("Eggs: 3");
        assertThat(run("note", "front").good()).contains("Eggs: 3");
        assertThat(run("note", "front", "--clear").good()).contains("taken down");
        assertThat(run("note", "front").good()).contains("There is no note.");
    }

    @Test
    void noteIsForOneOfBothAndForACameraThatThereIs() {
        assertThat(run("note", "front", "text", "--clear").bad(ExitCode.USAGE)).contains("--clear");
        assertThat(run("note", "nowhere", "text").bad(ExitCode.FAILED)).contains("nowhere");
        assertThat(run("note", "front", "x".repeat(501)).bad(ExitCode.USAGE)).contains("500");
    }

    @Test
    void messagesAreListedAndCanBeKeptAsJson() {
        assertThat(run("list", "front").good()).contains("There are no messages.");
        relay.watching(front).say("client-id-1", "The bird is back.");
        relay.watching(front);
        assertThat(run("list", "front").good()).contains("The bird is back.", "SEQ");
        JsonArray kept = new JsonArray(run("list", "front", "-o", "json").good());
        assertThat(kept.getJsonObject(0).getString("text")).isEqualTo("The bird is back.");
    }

    private static String nextNote(TestViewer viewer) {
        Optional<String> note = viewer.expect(ChatMode.class).note();
        while (note.isEmpty()) {
            note = viewer.expect(ChatMode.class).note();
        }
        return note.get();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(
                temp.resolve("state"),
                Stream.concat(Stream.of("chat"), Stream.of(arguments)).toArray(String[]::new));
    }
}
