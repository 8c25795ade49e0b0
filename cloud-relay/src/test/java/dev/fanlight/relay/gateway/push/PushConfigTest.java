package dev.fanlight.relay.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.SettingsReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushConfigTest {

    @ParameterizedTest
    @CsvSource({
        "rtmp://live.example.org/app, rtmp://live.example.org:1935/app",
        "rtmps://a.rtmps.example.org/live2/, rtmps://a.rtmps.example.org:443/live2",
        "RTMP://192.0.2.1:19350/a/b, rtmp://192.0.2.1:19350/a/b",
        "rtmp://[2001:db8::1]/app, rtmp://[2001:db8::1]:1935/app",
        "https://live.example.org/c/yard/whip, whips://live.example.org:443/c/yard/whip",
        "whips://live.example.org:8443/whip, whips://live.example.org:8443/whip",
        "whip://192.0.2.1/whip, whip://192.0.2.1:80/whip"
    })
    void aTargetIsAnApplicationOfAServer(String text, String url) {
        assertThat(PushTarget.parse(text).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://live.example.org/app", "file:///etc/passwd", "rtmp://live.example.org", "rtmp:///app",
                        "rtmp://user:pw@host/app",
                "rtmp://host/app?key=x", "rtmp://host/app#x", "host/app", "rtmp://a b/app",
                        "rtmp://host:99999999999/app"
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> PushTarget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without the key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera", "target", "key"})
    void aPushWithoutOneOfThreeThingsIsRefused(String missing) {
        Map<String, String> settings = complete();
        settings.remove("gateways.out." + missing);
        assertThatThrownBy(() -> configured(settings))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("gateways.out." + missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "640x360",
                "640x360@0",
                "640x360@61",
                "641x360@15",
                "640x8@15",
                "1922x360@15",
                "640x360@15;x",
                "Copy"
            })
    void videoIsCopiedOrHasASizeAndARate(String text) {
        assertThatThrownBy(() -> PushVideo.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PushVideo.parse("copy")).isEmpty();
        assertThat(PushVideo.parse("640x360@15")).contains(new PushVideo(640, 360, 15));
    }

    @Test
    void theKeyIsInNoDescription() {
        assertThat(configured(complete())).hasSize(1);
        PushConfig config = new PushConfig(
                new CameraName("front"),
                PushTarget.parse("rtmp://live.example.org/app"),
                "secret",
                List.of(),
                PushSound.COPY,
                Optional.empty());
        assertThat(config.toString()).contains("front").doesNotContain("secret");
    }

    @Test
    void whipCarriesNoAacAndNoKeyThatIsNoToken() {
        Map<String, String> settings = complete();
        settings.put("gateways.out.target", "https://live.example.org/whip");
        assertThat(configured(settings)).hasSize(1);
        settings.put("gateways.out.key", "two words");
        assertThatThrownBy(() -> configured(settings)).hasMessageContaining("gateways.out.key");
        settings.put("gateways.out.key", "secret");
        settings.put("gateways.out.sound", "aac");
        assertThatThrownBy(() -> configured(settings)).hasMessageContaining("gateways.out.sound");
    }

    private static Map<String, String> complete() {
        return new HashMap<>(Map.of(
                "gateways.out.type", "push",
                "gateways.out.camera", "front",
                "gateways.out.target", "rtmp://live.example.org/app",
                "gateways.out.key", "secret"));
    }

    private static List<?> configured(Map<String, String> settings) {
        return RelayGateways.KINDS.configured(
                new SettingsReader(RelayGateways.SCHEMA).overrides(settings).read());
    }

    @Test
    void aTargetBySrtHidesWhatIsBehindItsQuestionMark() {
        PushTarget target = PushTarget.parse("srt://live.example.org:9000?streamid=%23!::r=a,u=SECRET&latency=500");
        assertThat(target.url()).isEqualTo("srt://live.example.org:9000");
        assertThat(target.toString()).doesNotContain("SECRET");
        assertThat(target.srt()).contains(new SrtOptions("#!::r=a,u=SECRET", "", 500));
        assertThat(target.srt().get().withPassphrase("correct-horse").passphrase())
                .isEqualTo("correct-horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglong"})
    void aPassphraseThatSrtDoesNotTakeIsRefusedBeforeAnythingIsDialed(String passphrase) {
        Map<String, String> settings = complete();
        settings.put("gateways.out.target", "srt://live.example.org:9000");
        settings.put("gateways.out.key", passphrase);
        assertThatThrownBy(() -> configured(settings))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("gateways.out.key")
                .hasMessageContaining("10 to 79 characters")
                .hasMessageNotContaining(passphrase);
        settings.put("gateways.out.key", "correct-horse");
        assertThat(configured(settings)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srt://live.example.org",
                "srt://:9000",
                "srt://user@live.example.org:9000",
                "srt://live.example.org:9000?latency=1",
                "srt://live.example.org:9000?latency=x",
                "srt://live.example.org:9000?passphrase=short",
                "srt://live.example.org:9000?streamid=a&passphrase=correct-horse"
            })
    void aTargetBySrtNeedsAPortAndValuesThatSrtKnows(String text) {
        assertThatThrownBy(() -> PushTarget.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
