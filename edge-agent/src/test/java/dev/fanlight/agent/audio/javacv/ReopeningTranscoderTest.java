package dev.fanlight.agent.audio.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;

import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AAC in ADTS with headers of a sample rate that there is not, which ends FFmpeg’s decoder. */
class ReopeningTranscoderTest {

    private static final int RATE = 44_100;
    private static final int RESERVED_RATE = 0x3C;

    @RegisterExtension
    private final GeneratedVideo files = new GeneratedVideo();

    private AVCodecParameters parameters;
    private final List<byte[]> frames = new ArrayList<>();
    private long micros = 1_000_000;

    @BeforeEach
    void readFrames() throws Exception {
        byte[] adts = Files.readAllBytes(
                files.make("tone.aac", "-f lavfi -i sine=frequency=440:sample_rate=44100:duration=2 -c:a aac"));
        int at = 0;
        while (at < adts.length) {
            int length = (adts[at + 3] & 3) << 11 | (adts[at + 4] & 0xFF) << 3 | (adts[at + 5] & 0xFF) >> 5;
            frames.add(Arrays.copyOfRange(adts, at, at + length));
            at += length;
        }
        parameters = avcodec_parameters_alloc();
        parameters.codec_type(AVMEDIA_TYPE_AUDIO);
        parameters.codec_id(AV_CODEC_ID_AAC);
        parameters.sample_rate(RATE);
        av_channel_layout_default(parameters.ch_layout(), 1);
    }

    @AfterEach
    void free() {
        avcodec_parameters_free(parameters);
    }

    /** The next frame, 1,024 samples after the one before. */
    private AccessUnit next(byte[] frame) {
        micros += 1024 * 1_000_000L / RATE;
        return new AccessUnit(MediaKind.AUDIO, true, false, micros, 0, Payload.copyOf(frame));
    }

    private AccessUnit broken() {
        byte[] frame = frames.get(10).clone();
        frame[2] = (byte) (frame[2] | RESERVED_RATE);
        return next(frame);
    }

    private int publishGood(ReopeningTranscoder transcoder, int count) {
        int published = 0;
        for (int i = 0; i < count; i++) {
            published += transcoder.transcode(next(frames.get(i))).size();
        }
        return published;
    }

    @Test
    void brokenSoundIsReportedOnceAndTriedAgainASecondLater() throws Exception {
        try (ReopeningTranscoder transcoder = ReopeningTranscoder.open(parameters, channels -> 32_000)) {
            assertThat(publishGood(transcoder, 40)).isBetween(40, 47);
            assertThat(transcoder.problem()).isEmpty();

            assertThat(transcoder.transcode(broken())).isEmpty();
            assertThat(transcoder.problem())
                    .get()
                    .asString()
                    .startsWith("The sound cannot be decoded")
                    .endsWith("The video goes on, and the sound is tried again.");
            assertThat(publishGood(transcoder, 40)).as("within the second").isZero();

            assertThat(publishGood(transcoder, 40)).isPositive();
            assertThat(transcoder.transcode(broken())).isEmpty();
            assertThat(transcoder.problem()).isEmpty();
        }
    }

    @Test
    void soundThatIsBrokenForEverIsTriedLessAndLessOften() throws Exception {
        try (ReopeningTranscoder transcoder = ReopeningTranscoder.open(parameters, channels -> 32_000)) {
            long begun = micros;
            while (micros - begun < 100_000_000) {
                assertThat(transcoder.transcode(broken())).isEmpty();
            }
            assertThat(publishGood(transcoder, 60))
                    .as("it waits for up to 30 s")
                    .isZero();
            micros += 31_000_000;
            assertThat(publishGood(transcoder, 60)).isPositive();
        }
    }
}
