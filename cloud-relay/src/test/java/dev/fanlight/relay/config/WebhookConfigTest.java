package dev.fanlight.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.settings.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookConfigTest {

    private static final Map<String, String> GOOD =
            Map.of("url", "https://example.org/hook?to=me", "secret", "0123456789abcdef");

    @Test
    void whatIsNotSetIsAllEventsAndThePortOfTheScheme() {
        WebhookConfig webhook = read(Map.of());
        assertThat(webhook.port()).isEqualTo(443);
        assertThat(webhook.events()).containsExactlyInAnyOrder(EventType.values());
        assertThat(webhook.networks()).isEmpty();
        assertThat(webhook).hasToString("the webhook home to https://example.org");
    }

    @Test
    void withoutTlsTheServerIsInANamedNetwork() {
        WebhookConfig webhook = read(Map.of("url", "http://[fd00::1]/hook", "networks", "fd00::/8"));
        assertThat(webhook.host()).isEqualTo("fd00::1");
        assertThat(webhook.port()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({
        "url,''",
        "url,http://example.org/hook",
        "url,ftp://example.org/hook",
        "url,https://user@example.org/hook",
        "url,https://example.org/hook#part",
        "url,https://example.org:65536/hook",
        "url,https:///hook",
        "secret,0123456789abcde",
        "events,camera_gone",
        "networks,10.0.0.0/40"
    })
    void whatCannotWorkIsRefusedAtTheStart(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("webhooks.home." + key);
    }

    @ParameterizedTest
    @CsvSource({"url,https://example.org/hidden#x", "secret,hidden"})
    void whatMayBeASecretIsNotRepeated(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(UserException.class)
                .hasMessageNotContaining("hidden");
    }

    private static WebhookConfig read(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>();
        GOOD.forEach((key, value) -> values.put("webhooks.home." + key, value));
        changed.forEach((key, value) -> values.put("webhooks.home." + key, value));
        return WebhookConfig.all(new SettingsReader(RelaySettings.SCHEMA)
                        .overrides(values)
                        .read())
                .get(0);
    }
}
