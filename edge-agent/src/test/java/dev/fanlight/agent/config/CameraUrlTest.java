package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUrlTest {

    private static final Credentials NONE = new Credentials("", "");

    private static CameraUrl url(String text) {
        return CameraUrl.of(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://cam/a?b=c, rtsp://cam/a?b=c",
        "rtsp://u:p@cam/, rtsp://u:p@cam/",
        "rtsp://u:p@ss/w#1@cam:8554/a, rtsp://u:p%40ss%2Fw%231@cam:8554/a",
        "rtsp://u:p%40ss@cam/a, rtsp://u:p%40ss@cam/a",
        "rtsp://u:50% @cam/a, rtsp://u:50%25%20@cam/a",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void credentialsInAnAddressAreEncodedOnce(String given, String address) {
        assertThat(url(given).with(NONE)).isEqualTo(address);
    }

    @Test
    void credentialsOfTheirOwnComeInPlaceOfThoseInTheAddress() {
        assertThat(url("rtsp://old:one@cam/a").with(new Credentials("new", "p@:/% ü")))
                .isEqualTo("rtsp://new:p%40%3A%2F%25%20%C3%BC@cam/a");
    }

    @Test
    void peopleSeeNeitherCredentialsNorPathNorQuery() {
        CameraUrl url = url("rtsp://u:p@cam:554/user=admin_password=tlJwpbo6_channel=1?token=x");
        assertThat(url.shown()).isEqualTo("rtsp://cam:554");
        assertThat(url).hasToString("CameraUrl[rtsp://cam:554]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://",
                "rtsp:///a",
                "rtsp://u:p@/a",
                "cam/a",
                "rtsp://cam:0/",
                "rtsp://cam:65536/",
                "rtsp://a b/"
            })
    void whatHasNoHostOrNoPossiblePortIsNoAddress(String text) {
        assertThat(CameraUrl.of(text)).isEmpty();
    }
}
