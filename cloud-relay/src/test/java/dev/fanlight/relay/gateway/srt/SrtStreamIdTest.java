package dev.fanlight.relay.gateway.srt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.gateway.srt.SrtStreamId.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SrtStreamIdTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "publish:front:abcdefgh PUBLISH",
                "request:front:abcdefgh REQUEST",
                "read:front:abcdefgh REQUEST",
                "#!::r=front,m=publish,u=abcdefgh PUBLISH",
                "#!::u=abcdefgh,m=request,r=front REQUEST",
                "#!::r=front,u=abcdefgh REQUEST",
                "%23!::r=front,m=publish,u=abcdefgh PUBLISH",
                "#!::r=front,t=stream,x=,=y,u=abcdefgh REQUEST"
            })
    void bothFormsNameCameraAndKey(String text, Mode mode) {
        assertThat(SrtStreamId.parse(text))
                .contains(new SrtStreamId(mode, "front", Optional.of("abcdefgh"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish:front:" + KEY, "#!::r=front,m=publish,s=" + KEY})
    void aKeyInClearIsDistinguishedFromAnId(String text) {
        assertThat(SrtStreamId.parse(text))
                .contains(new SrtStreamId(Mode.PUBLISH, "front", Optional.empty(), Optional.of(KEY)));
        assertThat(SrtStreamId.parse(text).toString()).doesNotContain(KEY);
    }

    @Test
    void aPublicCameraNeedsNoKey() {
        assertThat(SrtStreamId.parse("request:front"))
                .contains(new SrtStreamId(Mode.REQUEST, "front", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "front",
                "steal:front:abcdefgh",
                "#!::",
                "#!::m=publish",
                "#!::r=front,m=bidirectional",
                "#!:{}"
            })
    void anythingElseIsNone(String text) {
        assertThat(SrtStreamId.parse(text)).isEmpty();
    }
}
