package dev.fanlight.relay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.StartRules;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.TestAuthority;
import dev.fanlight.settings.EffectiveSetting;
import dev.fanlight.settings.SettingsReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests and the compose file agree with themselves and with the relay; web-client/src/testing/deployment.test.ts has them validated by schema. */
class DeploymentFilesTest {

    private static final Path KUBERNETES = Path.of("../deploy/kubernetes/relay.yaml");
    private static final Path COMPOSE = Path.of("../deploy/container/compose.yaml");
    private static final Path CADDYFILE = Path.of("../deploy/caddy/Caddyfile");

    @TempDir
    private Path temp;

    /** A document, of which any part is found by its path; numbers of the path are places in lists. */
    private record Document(Object content) {

        Object at(String path) {
            Object found = content;
            for (String part : path.split("/", -1)) {
                found = found instanceof List<?> list
                        ? list.get(Integer.parseInt(part))
                        : ((Map<?, ?>) found).get(part);
                assertThat(found).as(path).isNotNull();
            }
            return found;
        }

        String text(String path) {
            return String.valueOf(at(path));
        }
    }

    private static Map<String, Document> manifests() throws IOException {
        Iterable<Object> all = new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(KUBERNETES));
        return StreamSupport.stream(all.spliterator(), false)
                .map(Document::new)
                .collect(Collectors.toMap(document -> document.text("kind"), document -> document));
    }

    @Test
    void everyManifestIsOfAKnownKindAndSelectsThePodOfTheRelay() throws IOException {
        Map<String, Document> all = manifests();
        assertThat(all.entrySet().stream().map(entry -> entry.getValue().text("apiVersion") + " " + entry.getKey()))
                .containsExactlyInAnyOrder(
                        "v1 ConfigMap",
                        "v1 Service",
                        "apps/v1 StatefulSet",
                        "policy/v1 PodDisruptionBudget",
                        "networking.k8s.io/v1 NetworkPolicy",
                        "networking.k8s.io/v1 Ingress");
        Object labels = all.get("StatefulSet").at("spec/template/metadata/labels");
        assertThat(all.get("StatefulSet").at("spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(all.get("Service").at("spec/selector")).isEqualTo(labels);
        assertThat(all.get("PodDisruptionBudget").at("spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(all.get("NetworkPolicy").at("spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(all.get("StatefulSet").at("spec/replicas")).isEqualTo(1);
        assertThat(all.get("StatefulSet").text("spec/serviceName"))
                .isEqualTo(all.get("Service").text("metadata/name"))
                .isEqualTo(all.get("Ingress").text("spec/rules/0/http/paths/0/backend/service/name"));
    }

    @Test
    void settingsPortsAndVolumesOfThePodFitTogether() throws IOException {
        Map<String, Document> all = manifests();
        Document pod = new Document(all.get("StatefulSet").at("spec/template/spec"));
        Document relay = new Document(pod.at("containers/0"));
        Path settings = settings(all);
        assertThat(CommandRun.of("config", "check", settings.toString()).good()).contains("all valid");
        assertThat(given(settings)).containsEntry("http.plain_port", relay.text("ports/0/containerPort"));
        assertThat(relay.text("env/0/value")).startsWith(relay.text("volumeMounts/1/mountPath") + "/relay.yaml");
        assertThat(relay.text("env/1/value")).startsWith(relay.text("volumeMounts/0/mountPath"));
        assertThat(relay.text("volumeMounts/0/name"))
                .isEqualTo(all.get("StatefulSet").text("spec/volumeClaimTemplates/0/metadata/name"));
        assertThat(pod.text("volumes/0/configMap/name"))
                .isEqualTo(all.get("ConfigMap").text("metadata/name"));
    }

    @Test
    void aRelayWithTheseSettingsAnswersTheProbes() throws Exception {
        Map<String, Document> all = manifests();
        Document relay = new Document(all.get("StatefulSet").at("spec/template/spec/containers/0"));
        Map<String, String> values = new HashMap<>(given(settings(all)));
        values.put("http.plain_address", "127.0.0.1");
        try (TestRelay running = TestRelay.start(
                temp.resolve("state"), values, CertificateSchedule.STANDARD, Optional.of(new TestAuthority().pem()))) {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                try (RawHttp client = new RawHttp(new Socket(InetAddress.getLoopbackAddress(), running.plainPort()))) {
                    client.send("GET " + relay.text(probe + "/httpGet/path") + " HTTP/1.1\r\nHost: "
                            + relay.text(probe + "/httpGet/httpHeaders/0/value") + "\r\n\r\n");
                    assertThat(client.head()).as(probe).startsWith("HTTP/1.1 200");
                }
            }
        }
    }

    @Test
    void theComposeFileSetsUpARelayThatCaddyReaches() throws IOException {
        Document compose =
                new Document(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(COMPOSE)));
        Map<String, String> environment = new HashMap<>();
        ((Map<?, ?>) compose.at("services/relay/environment"))
                .forEach((name, value) -> environment.put(
                        String.valueOf(name),
                        String.valueOf(value).replaceAll("\\$\\{FANLIGHT_HOST.*}", "cam.example.org")));
        RelayConfig config = RelayConfig.of(new SettingsReader(RelayGateways.SCHEMA)
                .environment(environment)
                .read());
        StartRules.check(config);
        assertThat(config.proxy().behind()).isTrue();
        assertThat(config.publicOrigin()).contains("https://cam.example.org");
        assertThat(compose.text("services/caddy/environment/FANLIGHT_RELAY"))
                .isEqualTo("relay:" + config.listen().plainPort().orElseThrow());
        assertThat(compose.text("networks/inside/ipam/config/0/subnet"))
                .isEqualTo(environment.get("FANLIGHT_HTTP_TRUSTED_PROXIES"));
        assertThat(compose.text("x-logging/options/max-file")).isEqualTo("3");
        assertThat(compose.text("services/caddy/volumes/0")).startsWith("../caddy/Caddyfile:");
        assertThat(CADDYFILE).content().contains("{$FANLIGHT_SITE:", "{$FANLIGHT_RELAY:");
    }

    private Path settings(Map<String, Document> manifests) throws IOException {
        return Files.writeString(
                temp.resolve("relay.yaml"),
                String.valueOf(((Map<?, ?>) manifests.get("ConfigMap").at("data")).get("relay.yaml")));
    }

    private static Map<String, String> given(Path settings) {
        SettingsReader reader = new SettingsReader(RelayGateways.SCHEMA).file(Optional.of(settings));
        return reader.effective().stream()
                .filter(setting -> !setting.isDefault())
                .collect(Collectors.toMap(EffectiveSetting::key, EffectiveSetting::text));
    }
}
