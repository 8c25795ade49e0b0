package dev.fanlight.media.flv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.Encryption;
import dev.fanlight.media.Fixture;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackShape;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlvTrackWriterTest {

    private static final TrackShape STEREO = new AudioShape(48_000, 2);

    @ParameterizedTest
    @CsvSource({
        "avc1.64000A, reordered.avcC, 00000003658880, 1701000021",
        "hvc1.1.6.L30.90, main.hvcC, 000000042601af08, 9168766331000021",
        "mp4a.40.2, aac-48000-2.asc, aabbcc, af01",
        "opus, opus-2.opusHead, fcfffe, 914f707573"
    })
    void aTrackAndAUnitComeBackAsTheyWere(String codec, String record, String payload, String header)
            throws BitstreamException {
        CodecConfig config = CodecConfig.parse(codec, Optional.of(Fixture.record(record + ".hex")));
        FlvTrackWriter writer = writer(config);
        int offset = config.kind() == MediaKind.VIDEO ? 33_000 : 0;
        assertThat(HexFormat.of().formatHex(writer.unitHeader(true, offset))).isEqualTo(header);
        FlvReader reader = new FlvReader();
        List<FlvEvent> announced = reader.read(
                writer.tagType(), 0, ByteBuffer.wrap(writer.sequenceHeader().orElseThrow()));
        assertThat(((FlvEvent.TrackChange) announced.get(0)).config()).isEqualTo(config);
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(payload));
        List<FlvEvent> units = reader.read(writer.tagType(), 40, ByteBuffer.wrap(writer.unit(true, offset, bytes)));
        assertThat(units).singleElement().isInstanceOfSatisfying(FlvEvent.Unit.class, read -> {
            assertThat(read.unit().payload().bytes()).isEqualTo(bytes);
            assertThat(read.unit().captureMicros()).isEqualTo(40_000);
            assertThat(read.unit().offsetMicros()).isEqualTo(offset);
        });
    }

    @ParameterizedTest
    @CsvSource({"av01.0.00M.08, av01", "vp09.00.10.08, vp09"})
    void newerCodecsAreNamedByTheirFourCharacterCode(String codec, String fourCc) throws BitstreamException {
        FlvTrackWriter writer = writer(CodecConfig.parse(codec, Optional.empty()));
        assertThat(writer.fourCc()).isEqualTo(fourCc);
        assertThat(writer.sequenceHeader()).isEmpty();
        assertThat(new String(writer.unitHeader(false, 0), 1, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo(fourCc);
    }

    @Test
    void vp8IsNotWrittenBecauseNoPlayerReadsIt() {
        assertThat(FlvTrackWriter.of(Track.of(0, Track.MAIN, new Vp8Config(), VideoShape.of(640, 360))))
                .isEmpty();
    }

    @Test
    void h265WithoutReorderingSaysNoOffset() throws BitstreamException {
        CodecConfig config = CodecConfig.parse("hvc1.1.6.L30.90", Optional.of(Fixture.record("main.hvcC.hex")));
        assertThat(writer(config).unitHeader(false, 0)).asHexString().isEqualTo("A368766331");
    }

    @Test
    void g711IsCarriedAsTelephonesHaveItAndNotOtherwise() throws BitstreamException {
        CodecConfig law = CodecConfig.parse("alaw", Optional.empty());
        assertThat(FlvTrackWriter.of(Track.of(0, Track.AUDIO, law, STEREO))).isEmpty();
        Track telephone = Track.of(0, Track.AUDIO, law, new AudioShape(8_000, 1));
        assertThat(FlvTrackWriter.of(telephone).orElseThrow().unit(true, 0, ByteBuffer.wrap(new byte[] {1})))
                .containsExactly(0x72, 1);
    }

    @Test
    void whatFlvHasNoNameForAndWhatIsEncryptedIsNotCarried() throws BitstreamException {
        CodecConfig jpeg = CodecConfig.parse("jpeg", Optional.empty());
        assertThat(FlvTrackWriter.of(Track.of(0, Track.MAIN, jpeg, VideoShape.of(64, 48))))
                .isEmpty();
        CodecConfig opus = CodecConfig.parse("opus", Optional.empty());
        Track secret = new Track(0, Track.AUDIO, opus, STEREO, Optional.empty(), Optional.of(Encryption.SFRAME));
        assertThat(FlvTrackWriter.of(secret)).isEmpty();
    }

    private static FlvTrackWriter writer(CodecConfig config) {
        boolean video = config.kind() == MediaKind.VIDEO;
        TrackShape shape = video ? VideoShape.of(64, 48) : STEREO;
        return FlvTrackWriter.of(Track.of(0, video ? Track.MAIN : Track.AUDIO, config, shape))
                .orElseThrow();
    }
}
