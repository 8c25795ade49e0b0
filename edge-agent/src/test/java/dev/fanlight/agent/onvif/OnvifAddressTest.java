package dev.fanlight.agent.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnvifAddressTest {

    @Test
    void hostPortAndProfileAreReadAndTheLastTwoHaveDefaults() {
        assertThat(OnvifAddress.parse("onvif://cam.lan")).isEqualTo(new OnvifAddress("cam.lan", 80, "main"));
        assertThat(OnvifAddress.parse("10.0.0.7:8000/sub")).isEqualTo(new OnvifAddress("10.0.0.7", 8000, "sub"));
        assertThat(OnvifAddress.parse("onvif://[fe80::2]:81/Profile_1"))
                .isEqualTo(new OnvifAddress("[fe80::2]", 81, "Profile_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"onvif://cam.lan", "onvif://cam.lan:8000", "onvif://cam.lan/sub", "onvif://10.0.0.7:81/a_b"})
    void itIsWrittenAsItWasRead(String text) {
        assertThat(OnvifAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onvif://", "onvif://a:0", "onvif://a:99999", "onvif://a/b/c", "onvif://a b", "http://a"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> OnvifAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPasswordInItIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> OnvifAddress.parse("onvif://admin:hunter2@cam"))
                .hasMessageContaining("settings of their own")
                .hasMessageNotContaining("hunter2");
    }
}
