package dev.fanlight.agent.encode.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.config.EncoderPreset;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderChoice;
import dev.fanlight.agent.encode.EncoderProofs;
import dev.fanlight.agent.encode.EncoderSelection;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class H264EncodersTest {

    private static final long SEED = 4711;
    private static final EncodeSettings SETTINGS =
            new EncodeSettings(800_000, Duration.ofMinutes(10), EncoderPreset.SUPERFAST);
    private static final FrameFormat FRAMES = new FrameFormat(new FrameSize(320, 180), 15, 0);

    private final NativeFramePool pool = new NativeFramePool(2);

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private static VideoEncoder openH264() throws EncodeException {
        return H264Encoders.software(SETTINGS, 2).get(1).opening().open(FRAMES);
    }

    private List<AccessUnit> encode(VideoEncoder encoder, int from, int to, int key) throws EncodeException {
        Random random = new Random(SEED);
        List<AccessUnit> units = new ArrayList<>();
        byte[] samples = new byte[FRAMES.bytes()];
        for (int i = from; i < to; i++) {
            for (int at = 0; at < samples.length; at++) {
                samples[at] = (byte) (100 + random.nextInt(56));
            }
            try (RawFrame frame = pool.acquire(FRAMES, 20_000_000L + i * 66_667L)) {
                frame.fill(samples);
                encoder.encode(frame, i == key).ifPresent(units::add);
            }
        }
        return units;
    }

    @Test
    void encodersInHardwareThatAreNotThereFailAtOnceWithTheirReason() {
        assumeThat(Files.exists(Path.of("/dev/dri")) || Files.exists(Path.of("/dev/video11")))
                .isFalse();
        for (EncoderChoice choice : H264Encoders.hardware(SETTINGS)) {
            assertThatThrownBy(() -> choice.opening().open(FRAMES))
                    .isInstanceOf(EncodeException.class)
                    .hasMessageContaining("failed (FFmpeg error -");
        }
    }

    @Test
    void withoutHardwareTheProcessorEncodes() throws Exception {
        assumeThat(Files.exists(Path.of("/dev/dri")) || Files.exists(Path.of("/dev/video11")))
                .isFalse();
        List<EncoderChoice> all = new ArrayList<>(H264Encoders.hardware(SETTINGS));
        all.addAll(H264Encoders.software(SETTINGS, 2));
        EncoderSelection selection =
                new EncoderSelection(all, new EncoderProofs(), pool, EncoderSelection.LIMIT, sentence -> {});
        try (VideoEncoder encoder = selection.open(FRAMES).orElseThrow()) {
            assertThat(encode(encoder, 0, 5, -1)).hasSize(5);
            assertThat(selection.inUse()).isEqualTo("libx264");
        }
        List<String> failures = selection.failures(FRAMES);
        assertThat(failures).hasSize(2);
        assertThat(failures.get(0)).startsWith("h264_v4l2m2m: ");
        assertThat(failures.get(1)).startsWith("h264_vaapi: ");
    }

    @Test
    void anEncoderThatWasTriedBeginsWithAKeyFrameOfTheCamera() throws Exception {
        for (EncoderChoice choice : H264Encoders.software(SETTINGS, 2)) {
            EncoderSelection selection = new EncoderSelection(
                    List.of(choice), new EncoderProofs(), pool, EncoderSelection.LIMIT, sentence -> {});
            try (VideoEncoder encoder = selection.open(FRAMES).orElseThrow();
                    DecodingCheck decoder = new DecodingCheck(encoder.format().config())) {
                List<AccessUnit> units = encode(encoder, 0, 5, -1);
                assertThat(units).extracting(AccessUnit::key).containsExactly(true, false, false, false, false);
                assertThat(units.get(0).captureMicros()).isEqualTo(20_000_000L);
                assertThat(decoder.decode(units.get(0))).isPresent();
            }
        }
    }

    @Test
    void openH264EncodesEachFrameWithKeyFramesWhereTheyAreAskedFor() throws Exception {
        try (VideoEncoder encoder = openH264();
                DecodingCheck decoder = new DecodingCheck(encoder.format().config())) {
            List<AccessUnit> units = encode(encoder, 0, 20, 7);
            assertThat(units).hasSize(20);
            for (int i = 0; i < units.size(); i++) {
                assertThat(units.get(i).key()).as("frame " + i).isEqualTo(i == 0 || i == 7);
                assertThat(units.get(i).captureMicros()).isEqualTo(20_000_000L + i * 66_667L);
                assertThat(decoder.decode(units.get(i))).isPresent();
            }
        }
    }

    @Test
    void openH264IsOpenedAgainForAnotherBitRateAndKeepsItsParameterSets() throws Exception {
        try (VideoEncoder encoder = openH264();
                DecodingCheck decoder = new DecodingCheck(encoder.format().config())) {
            long before = bytes(encode(encoder, 0, 45, -1));
            encoder.bitRate(790_000);
            assertThat(encode(encoder, 45, 46, -1)).noneMatch(AccessUnit::key);
            encoder.bitRate(200_000);
            List<AccessUnit> after = encode(encoder, 46, 91, -1);
            assertThat(after.get(0).key()).isTrue();
            for (AccessUnit unit : after) {
                assertThat(decoder.decode(unit)).isPresent();
            }
            System.out.println("bytes before " + before + ", after " + bytes(after));
            assertThat(bytes(after)).isLessThan(before * 2 / 3);
        }
    }

    private static long bytes(List<AccessUnit> units) {
        return units.stream().mapToLong(AccessUnit::size).sum();
    }
}
