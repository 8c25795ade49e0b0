package dev.fanlight.relay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.relay.event.RelayEvent;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds {@code docs/events.md} to the events there are, and tries what can be tried of its recipes. */
class EventsDocumentTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Pattern MEMBER = Pattern.compile("trigger\\.json\\.([a-z]+)");
    private static final Pattern WORD = Pattern.compile("'([a-z]+_[a-z]+)'");

    @TempDir
    private Path temp;

    @Test
    void everyTypeHasOneRow() throws IOException {
        String document = document();
        for (EventType type : EventType.values()) {
            assertThat(document).containsOnlyOnce("| `" + type.word() + "` | " + type.meaning() + " |");
        }
    }

    @Test
    void theExampleHasTheMembersOfAnEvent() throws IOException {
        JsonObject example = new JsonObject(blocks("json").get(0));
        assertThat(example.fieldNames()).isEqualTo(members());
        assertThat(EventType.of(example.getString("type"))).isPresent();
    }

    @Test
    void theAutomationOfHomeAssistantNamesMembersAndTypesThatExist() throws IOException {
        String automation = blocks("yaml").get(1);
        Map<?, ?> loaded = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(automation);
        assertThat(loaded.keySet().stream().map(String::valueOf)).contains("triggers", "conditions", "actions");
        assertThat(matches(MEMBER, automation)).isNotEmpty().isSubsetOf(members());
        assertThat(matches(WORD, automation))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(EventType.of(word)).isPresent());
    }

    @Test
    void theFlowOfNodeRedIsWiredAndNamesATypeThatExists() throws IOException {
        JsonArray flow = new JsonArray(blocks("json").get(1));
        Set<String> ids = nodes(flow).map(node -> node.getString("id")).collect(Collectors.toSet());
        Set<String> wired = nodes(flow)
                .flatMap(node -> node.getJsonArray("wires").stream())
                .flatMap(output -> ((JsonArray) output).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        assertThat(wired).isNotEmpty().isSubsetOf(ids);
        assertThat(nodes(flow)
                        .filter(node -> node.getString("type").equals("switch"))
                        .map(node -> node.getJsonArray("rules").getJsonObject(0).getString("v")))
                .allSatisfy(word -> assertThat(EventType.of(word)).isPresent());
    }

    @Test
    @StartsProcesses
    void theLinesInPythonAcceptWhatTheRelaySignsAndNothingElse() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "python3 is not installed");
        String secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        String body = event().json().encode();
        String signature = new WebhookSigner(secret).sign("id", 1_796_076_000, body);
        String program = blocks("python").get(0)
                + """

                time.time = lambda: 1796076010
                headers = {"webhook-id": "id", "webhook-timestamp": "1796076000", "webhook-signature": "%s"}
                body = %s
                assert is_from_my_relay("%s", headers, body.encode())
                assert not is_from_my_relay("%s", headers, b"{}")
                assert not is_from_my_relay("another secret of yours", headers, body.encode())
                """.formatted(signature, new JsonArray(List.of(body)).encode() + "[0]", secret, secret);
        Path file = Files.writeString(temp.resolve("verify.py"), program);
        Process run = new ProcessBuilder(PYTHON.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
    }

    private static RelayEvent event() {
        return new RelayEvent(
                "id",
                EventType.LINK_USED,
                1_796_076_000_000L,
                Optional.of(new CameraName("front")),
                Map.of("label", "Anna “A”"));
    }

    private static Set<String> members() {
        return event().json().fieldNames();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Stream<JsonObject> nodes(JsonArray flow) {
        return flow.stream().map(JsonObject.class::cast);
    }

    /** The blocks of one language, in their order. */
    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(document())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/events.md"));
    }
}
