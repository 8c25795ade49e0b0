package dev.fanlight.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.Encryption;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp4TrackTest {

    private static final AudioShape STEREO = new AudioShape(48_000, 2);

    @ParameterizedTest
    @CsvSource({
        "08, 960", // SILK, 20 ms
        "F8, 960", // CELT, 20 ms, one frame
        "F9, 1920", // two frames
        "FB03, 2880", // three frames, the number in the second byte
        "E000, 120", // CELT, 2.5 ms
        "1800, 2880", // SILK, 60 ms
        "FB3F, 960", // longer than Opus may be
        "'', 960",
        "FB, 960",
    })
    void aPacketOfOpusSaysHowLongItIs(String packet, int samples) {
        Mp4Track track = track(new OpusConfig(Optional.empty()), new AudioShape(48_000, 2));
        assertThat(track.ticksOf(ByteBuffer.wrap(HexFormat.of().parseHex(packet))))
                .isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource({"1190, 1024", "2B11 8800, 2048"})
    void aPacketOfAacHasThousandSamplesOrTwiceThatWithItsUpperBand(String config, int samples)
            throws BitstreamException {
        byte[] record = HexFormat.of().parseHex(config.replace(" ", ""));
        AacConfig aac = AacConfig.of(AudioSpecificConfig.parse(record));
        assertThat(track(aac, STEREO).ticksOf(ByteBuffer.allocate(1))).isEqualTo(samples);
    }

    @Test
    void whatPlayersCannotReadInMp4IsNotCarried() {
        CodecConfig opus = new OpusConfig(Optional.empty());
        Track encrypted = new Track(0, "audio", opus, STEREO, Optional.empty(), Optional.of(Encryption.SFRAME));
        assertThat(Mp4Track.of(1, encrypted)).isEmpty();
        assertThat(Mp4Track.of(1, Track.of(0, "audio", new G711Config(G711Config.Law.A), new AudioShape(8_000, 1))))
                .isEmpty();
    }

    @Test
    void samplesThatAreNotSquareMakeTheFrameLarger() {
        VideoShape shape = new VideoShape(720, 576, new AspectRatio(16, 11), 90, OptionalDouble.empty());
        Display display = Display.of(shape);
        assertThat(display).returns(1047, Display::width).returns(576, Display::height);
        BoxWriter matrix = new BoxWriter(0);
        display.writeMatrix(matrix);
        assertThat(HexFormat.of().formatHex(matrix.toArray()))
                .isEqualTo("00000000" + "00010000" + "00000000" + "ffff0000" + "00000000" + "00000000" + "02400000"
                        + "00000000" + "40000000");
    }

    @Test
    void boxesLieInEachOtherWithoutARest() throws BitstreamException {
        Mp4Clip clip = Mp4Clip.of("h264-aac.flv");
        List<String> names = BoxNames.of(ByteBuffer.wrap(clip.file()));
        assertThat(names).startsWith("ftyp", "moov", "mvhd", "trak", "tkhd", "mdia", "mdhd", "hdlr", "minf", "vmhd");
        assertThat(names).contains("smhd", "mvex", "trex", "moof", "mfhd", "traf", "tfhd", "tfdt", "trun", "mdat");
    }

    private static Mp4Track track(CodecConfig config, AudioShape shape) {
        return Mp4Track.of(1, Track.of(0, "audio", config, shape)).orElseThrow();
    }
}
