package dev.fanlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codec strings beside configuration records that FFmpeg wrote into files. */
class CodecConfigTest {

    private static final String RECORDS = """
            reordered.avcC, avc1.64000A, VIDEO
            cropped-sar.avcC, avc1.4D400A, VIDEO
            high422-10.avcC, avc1.7A000A, VIDEO
            main.hvcC, hvc1.1.6.L30.90, VIDEO
            main10.hvcC, hvc1.2.4.L30.90, VIDEO
            main444.hvcC, hvc1.4.10.L30.9E.8, VIDEO
            hrd-aud.hvcC, hvc1.1.6.L60.90, VIDEO
            av01.0.00M.08.av1C, av01.0.00M.08, VIDEO
            av01.0.00M.08.av1C, av01.0.00M.08.0.110.01.01.01.0, VIDEO
            aac-48000-2.asc, mp4a.40.2, AUDIO
            aac-48000-3.asc, mp4a.40.2, AUDIO
            opus-2.opusHead, opus, AUDIO
            opus-6.opusHead, opus, AUDIO
            """;

    @ParameterizedTest
    @CsvSource(textBlock = RECORDS)
    void codecStringAndRecordAreReadAndGivenBack(String file, String codec, MediaKind kind) throws BitstreamException {
        byte[] record = Fixture.record(file + ".hex");
        CodecConfig config = CodecConfig.parse(codec, Optional.of(record));
        assertThat(config.codec()).isEqualTo(codec);
        assertThat(config.kind()).isEqualTo(kind);
        assertThat(config.record())
                .hasValueSatisfying(given -> assertThat(given).isEqualTo(record));
        assertThat(config)
                .isEqualTo(CodecConfig.parse(codec, Optional.of(record.clone())))
                .hasSameHashCodeAs(CodecConfig.parse(codec, Optional.of(record.clone())));
    }

    @ParameterizedTest
    @CsvSource(textBlock = RECORDS)
    void everyCutRecordIsRefusedOrReadWithoutHarm(String file, String codec, MediaKind kind) {
        byte[] record = Fixture.record(file + ".hex");
        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            try {
                assertThat(CodecConfig.parse(codec, Optional.of(cut)).kind()).isEqualTo(kind);
            } catch (BitstreamException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vp8, VIDEO",
        "vp09.00.10.08, VIDEO",
        "vp09.02.10.10.01.09.16.09.01, VIDEO",
        "av01.0.04M.10, VIDEO",
        "jpeg, VIDEO",
        "opus, AUDIO",
        "alaw, AUDIO",
        "ulaw, AUDIO",
        "application/json, DATA"
    })
    void codecsWithoutRecordAreKnown(String codec, MediaKind kind) throws BitstreamException {
        CodecConfig config = CodecConfig.parse(codec, Optional.empty());
        assertThat(config.codec()).isEqualTo(codec);
        assertThat(config.kind()).isEqualTo(kind);
        assertThat(config.record()).isEmpty();
    }

    @Test
    void vp9RecordHasToFitItsCodecString() throws BitstreamException {
        Optional<byte[]> record = Optional.of(HexFormat.of().parseHex("000a820101010000"));
        assertThat(CodecConfig.parse("vp09.00.10.08", record).record()).isEqualTo(record);
        assertThatThrownBy(() -> CodecConfig.parse("vp09.02.10.10", record)).isInstanceOf(BitstreamException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "avc1",
                "avc1.64000A",
                "avc3.64000A",
                "hvc1.1.6.L30.90",
                "hev1.1.6.L30.90",
                "mp4a.40.2",
                "mp4a.6B",
                "vp9",
                "vp09.9.9",
                "av01.0.4M.08",
                "h264",
                "text",
                "Application/JSON",
                "a/",
                "/b",
                "a b/c"
            })
    void unknownCodecsAndThoseThatLackTheirRecordAreRefused(String codec) {
        assertThatThrownBy(() -> CodecConfig.parse(codec, Optional.empty())).isInstanceOf(BitstreamException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "avc1.64001F, reordered.avcC",
        "avc1.64000A, main.hvcC",
        "hvc1.1.6.L93.90, main.hvcC",
        "hvc1.2.4.L30.90, main.hvcC",
        "av01.0.04M.08, av01.0.00M.08.av1C",
        "mp4a.40.34, aac-48000-2.asc",
        "opus, aac-48000-2.asc",
        "vp8, opus-2.opusHead",
        "alaw, opus-2.opusHead"
    })
    void recordOfAnotherStreamIsRefused(String codec, String file) {
        byte[] record = Fixture.record(file + ".hex");
        assertThatThrownBy(() -> CodecConfig.parse(codec, Optional.of(record))).isInstanceOf(BitstreamException.class);
    }

    @Test
    void recordThatIsTooLongIsRefusedUnread() {
        assertThatThrownBy(() -> CodecConfig.parse("opus", Optional.of(new byte[1025])))
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining("1024");
    }

    @ParameterizedTest
    @CsvSource({"48000-2, 48000, 2", "22050-1, 22050, 1", "44100-6, 44100, 6", "48000-3, 48000, 3"})
    void rateAndChannelsOfAacAreRead(String file, int rate, int channels) throws BitstreamException {
        AudioSpecificConfig config = AudioSpecificConfig.parse(Fixture.record("aac-" + file + ".asc.hex"));
        assertThat(config.objectType()).isEqualTo(AudioSpecificConfig.LOW_COMPLEXITY);
        assertThat(config.sampleRate()).isEqualTo(rate);
        assertThat(config.channels()).isEqualTo(channels);
    }

    @ParameterizedTest
    @CsvSource({"48000, 2, 1190", "22050, 1, 1388", "44100, 6, 1230", "8000, 8, 15b8", "12345, 1, 1780181c88"})
    void aacConfigurationIsWrittenAsFfmpegDoesAndReadBack(int rate, int channels, String hex)
            throws BitstreamException {
        AudioSpecificConfig made = AudioSpecificConfig.of(AudioSpecificConfig.LOW_COMPLEXITY, rate, channels);
        assertThat(HexFormat.of().formatHex(made.record())).isEqualTo(hex);
        assertThat(AudioSpecificConfig.parse(made.record())).isEqualTo(made).hasToString(made.toString());
    }

    /** ISO/IEC 14496-3 §1.6.6.1: SBR at 48 kHz over a core of 24 kHz, without and with parametric stereo. */
    @ParameterizedTest
    @CsvSource({"2b118800, 5, 48000, 2", "eb098800, 29, 48000, 2"})
    void explicitSbrGivesTheRateOfTheDecodedSound(String hex, int type, int rate, int channels)
            throws BitstreamException {
        AudioSpecificConfig config = AudioSpecificConfig.parse(HexFormat.of().parseHex(hex));
        assertThat(config.objectType()).isEqualTo(type);
        assertThat(config.coreObjectType()).isEqualTo(AudioSpecificConfig.LOW_COMPLEXITY);
        assertThat(config.sampleRate()).isEqualTo(rate);
        assertThat(config.channels()).isEqualTo(channels);
    }

    @Test
    void opusHeadIsWrittenAsFfmpegDoesAndReadBack() throws BitstreamException {
        OpusHead made = OpusHead.of(2, 312, 48_000);
        assertThat(made.record()).isEqualTo(Fixture.record("opus-2.opusHead.hex"));
        assertThat(OpusHead.parse(made.record())).isEqualTo(made);
        assertThat(OpusHead.parse(Fixture.record("opus-6.opusHead.hex")).channels())
                .isEqualTo(6);
    }

    static Stream<String> hvcC() {
        return Fixture.names(".hvcC.hex");
    }

    @ParameterizedTest
    @MethodSource("hvcC")
    void hvcCMadeOfParameterSetsSaysWhatFfmpegsSays(String file) throws BitstreamException {
        byte[] theirs = Fixture.record(file);
        byte[] ours = H265Config.of(H265Config.parse(theirs).parameterSets())
                .configuration()
                .record();
        // The only difference: FFmpeg does not say that the arrays are complete.
        byte[] same = ours.clone();
        for (int i = 0; i < same.length; i++) {
            boolean arrayHead = theirs[i] != same[i] && (same[i] & 0xFF) == ((theirs[i] & 0xFF) | 0x80);
            same[i] = arrayHead ? theirs[i] : same[i];
        }
        assertThat(HexFormat.of().formatHex(same)).isEqualTo(HexFormat.of().formatHex(theirs));
    }
}
