package dev.fanlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackTest {

    private static final VideoShape SMALL = VideoShape.of(64, 48);

    @ParameterizedTest
    @ValueSource(strings = {"", "Main", "9th", "a b", "-a", "abcdefghijklmnopqrstuvwxyz0123456"})
    void nameThatIsNoRoleIsRefused(String name) {
        assertThatThrownBy(() -> Track.of(0, name, new Vp8Config(), SMALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d_e", "abcdefghi", "de-", "de-123456789", "de-at-x-aaaaaaaa-bbbbbbbb-cccccccc-d"})
    void languageThatIsNoTagIsRefused(String tag) {
        assertThatThrownBy(() -> new Track(
                        0,
                        "audio",
                        new OpusConfig(Optional.empty()),
                        new AudioShape(48_000, 2),
                        Optional.of(tag),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shapeOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> Track.of(0, "main", new Vp8Config(), new AudioShape(48_000, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Track.of(256, "main", new Vp8Config(), SMALL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SMALL.withRotation(45)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void frameRateOutOfRangeIsUnknown() {
        assertThat(SMALL.withFrameRate(90_000).frameRate()).isEmpty();
        assertThat(SMALL.withFrameRate(0).frameRate()).isEmpty();
        assertThat(SMALL.withFrameRate(30).frameRate()).hasValue(30);
    }

    @Test
    void headerIsPutInFrontOfThePayloadWithoutACopy() {
        Payload payload = Payload.copyOf(new byte[] {1, 2, 3});
        byte[] message = payload.message(header -> header.put(new byte[MediaHeader.BYTES]));
        assertThat(message).hasSize(27).endsWith(1, 2, 3);
        assertThat(payload.bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(payload.message(header -> header.put((byte) 9))).isSameAs(message);
    }
}
