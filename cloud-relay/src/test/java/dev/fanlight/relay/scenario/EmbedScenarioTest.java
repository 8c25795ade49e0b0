package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.ApiCaller;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.tls.CertificateSchedule;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sites may show which pages in a frame. */
class EmbedScenarioTest {

    @TempDir
    private Path temp;

    private HttpResponse<String> page(Map<String, String> settings, String path) {
        Path state = temp.resolve("state");
        try (TestRelay relay = TestRelay.start(state, settings, CertificateSchedule.STANDARD, Optional.empty())) {
            HttpResponse<String> answer =
                    ApiCaller.anonymous(state, relay.server().port()).send("GET", path, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        }
    }

    private String policy(Map<String, String> settings, String path) {
        HttpResponse<String> answer = page(settings, path);
        assertThat(answer.body()).contains("../assets/");
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void pagesOfAFrameFindTheirScriptsWithASlashAtTheEndOfTheirAddress() {
        assertThat(page(Map.of(), "/embed/front/").body()).contains("\"../../assets/");
        assertThat(page(Map.of(), "/embed/front/chat").body()).contains("\"../../assets/");
        assertThat(page(Map.of(), "/embed/front/chat/").body()).contains("\"../../../assets/");
    }

    @Test
    void noOtherSiteShowsACameraUnlessItIsConfigured() {
        assertThat(policy(Map.of(), "/embed/front")).contains("frame-ancestors 'self';");
        assertThat(policy(Map.of(), "/w/front")).contains("frame-ancestors 'none';");
    }

    @Test
    void configuredSitesShowVideoAndChatAndNothingElse() {
        Map<String, String> settings =
                Map.of("access.frame_ancestors", "https://www.example.org,https://other.example.org:8443");
        String sites = "frame-ancestors 'self' https://www.example.org https://other.example.org:8443;";
        assertThat(policy(settings, "/embed/front")).contains(sites);
        assertThat(policy(settings, "/embed/front/chat")).contains(sites);
        assertThat(policy(settings, "/w/front")).contains("frame-ancestors 'none';");
    }

    @Test
    void gridShowsPagesOfThisRelayInFrames() {
        assertThat(policy(Map.of(), "/g/front,yard"))
                .contains("frame-src 'self';")
                .contains("frame-ancestors 'none';");
    }

    @Test
    void pagesOfOtherSitesMayLoadTheElementsThatShowACamera() {
        HttpResponse<String> script = page(Map.of(), "/embed/v1/player.js");
        assertThat(script.body()).contains("fanlight-cam").doesNotContain("import{");
        assertThat(script.headers().map())
                .containsEntry("access-control-allow-origin", List.of("*"))
                .containsEntry("cross-origin-resource-policy", List.of("cross-origin"))
                .containsEntry("content-type", List.of("text/javascript; charset=utf-8"));
    }
}
