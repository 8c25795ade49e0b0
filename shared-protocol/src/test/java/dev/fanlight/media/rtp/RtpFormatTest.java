package dev.fanlight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.Fixture;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.G711Config.Law;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RtpFormatTest {

    @Test
    void videoIsDescribedWithItsParameterSets() throws BitstreamException {
        RtpFormat h264 = video(H264Config.parse(Fixture.record("reordered.avcC.hex")));
        assertThat(h264.name()).isEqualTo("H264/90000");
        assertThat(h264.parameters())
                .matches("packetization-mode=1;profile-level-id=[0-9A-F]{6};sprop-parameter-sets=Z[^,]*,aO[^,]*");
        RtpFormat h265 = video(H265Config.parse(Fixture.record("main.hvcC.hex")));
        assertThat(h265.name()).isEqualTo("H265/90000");
        assertThat(h265.parameters()).matches("sprop-vps=QAE[^;]*;sprop-sps=QgE[^;]*;sprop-pps=RA[^;]*");
    }

    @Test
    void soundIsDescribedAsItsFormatWants() {
        AacConfig aac = AacConfig.of(AudioSpecificConfig.of(2, 44_100, 2));
        assertThat(audio(aac, 44_100, 2).orElseThrow())
                .returns("mpeg4-generic/44100/2", RtpFormat::name)
                .returns(97, RtpFormat::payloadType)
                .returns(44_100, RtpFormat::clockRate)
                .returns(
                        "streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config=1210",
                        RtpFormat::parameters);
        assertThat(audio(new OpusConfig(Optional.empty()), 48_000, 1).orElseThrow())
                .returns("opus/48000/2", RtpFormat::name)
                .returns("", RtpFormat::parameters);
        assertThat(audio(new G711Config(Law.A), 8_000, 1).orElseThrow())
                .returns("PCMA/8000/1", RtpFormat::name)
                .returns(8, RtpFormat::payloadType);
        assertThat(audio(new G711Config(Law.MU), 8_000, 1).orElseThrow().payloadType())
                .isZero();
        assertThat(audio(new G711Config(Law.MU), 16_000, 1).orElseThrow().payloadType())
                .isEqualTo(97);
    }

    @Test
    void whatHasNoFormatHereIsNotCarried() {
        assertThat(audio(new OpusConfig(Optional.empty()), 48_000, 6)).isEmpty();
        assertThat(RtpFormat.of(Track.of(0, Track.MAIN, new Vp8Config(), VideoShape.of(320, 180))))
                .isEmpty();
    }

    @Test
    void otherParameterSetsGoOnAndAnotherCodecOrSoundDoesNot() throws BitstreamException {
        RtpFormat h264 = video(H264Config.parse(Fixture.record("reordered.avcC.hex")));
        assertThat(h264.isContinuedBy(video(H264Config.parse(Fixture.record("cropped-sar.avcC.hex")))))
                .isTrue();
        assertThat(h264.isContinuedBy(video(H265Config.parse(Fixture.record("main.hvcC.hex")))))
                .isFalse();
        RtpFormat mono = audio(AacConfig.of(AudioSpecificConfig.of(2, 48_000, 1)), 48_000, 1)
                .orElseThrow();
        assertThat(mono.isContinuedBy(audio(AacConfig.of(AudioSpecificConfig.of(2, 48_000, 2)), 48_000, 2)
                        .orElseThrow()))
                .isFalse();
    }

    private static RtpFormat video(NalConfig config) {
        return RtpFormat.of(Track.of(0, Track.MAIN, config, config.shape())).orElseThrow();
    }

    private static Optional<RtpFormat> audio(CodecConfig config, int rate, int channels) {
        return RtpFormat.of(Track.of(1, Track.AUDIO, config, new AudioShape(rate, channels)));
    }
}
