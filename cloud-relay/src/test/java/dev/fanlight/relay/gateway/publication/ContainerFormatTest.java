package dev.fanlight.relay.gateway.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.gateway.container.TcpConfig;
import dev.fanlight.relay.gateway.container.TcpKind;
import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerFormatTest {

    @ParameterizedTest
    @CsvSource({
        "video/mp2t, MPEGTS",
        "VIDEO/MP4, MP4",
        "'video/webm;codecs=\"vp8,opus\"', WEBM",
        "' video/x-flv ; a=b', FLV",
        "video/x-matroska, MATROSKA"
    })
    void aMediaTypeNamesAFormatWhateverItsParameters(String mediaType, ContainerFormat format) {
        assertThat(ContainerFormat.ofMediaType(mediaType)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "video", "application/octet-stream", "video/mp2tt", ";video/webm", "multipart/form-data"})
    void nothingElseIsGuessed(String mediaType) {
        assertThat(ContainerFormat.ofMediaType(mediaType)).isEmpty();
    }

    @Test
    void theFirstFramesAreNotThrownAwayAndOnlyPipesAreNamed() {
        assertThat(ContainerFormat.MPEGTS.arguments(false))
                .doesNotContain("nobuffer")
                .containsSubsequence("-f", "mpegts", "-i", "pipe:0", "-c:a", "copy", "-f", "flv", "pipe:1");
        assertThat(ContainerFormat.MP4.arguments(true)).containsSubsequence("-c:v", "copy", "-c:a", "libopus");
    }

    @Test
    void aPortWithoutAKeyOrANumberIsRefusedAtTheStart() {
        RepeatedSection section = new RepeatedSection("gateways", 4, TcpConfig.SETTINGS);
        for (String given : List.of("tcp_port=9000", "publish_key=abc")) {
            String[] parts = given.split("=", -1);
            var settings = new SettingsReader(SettingsSchema.of(List.of()).with(List.of(section)))
                    .overrides(Map.of("gateways.a." + parts[0], parts[1]))
                    .read();
            assertThatThrownBy(() ->
                            new TcpKind().configured("a", settings.all(section).get("a")))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("is missing");
        }
        assertThat(new TcpConfig(1, ContainerFormat.FLV, "secret", List.of()).toString())
                .doesNotContain("secret");
    }
}
