package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.H264Config;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.h264.H264NalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Real H.264 with frames that nothing refers to, made by the system’s FFmpeg.
 *
 * @param units access units in order
 * @param parameterSets SPS and PPS behind start codes
 * @param config the avcC record
 */
public record H264Clip(List<Unit> units, byte[] parameterSets, H264Config config) {

    private static final Path PROGRAM = Path.of("/usr/bin/ffmpeg");
    private static final byte[] START_CODE = {0, 0, 0, 1};

    /**
     * One access unit.
     *
     * @param flags as in a media header
     * @param payload NAL units behind their lengths
     */
    public record Unit(int flags, byte[] payload) {}

    public static boolean canBeMade() {
        return Files.isExecutable(PROGRAM);
    }

    /** Makes {@code seconds} of noise that needs about {@code kilobits} a second; a key frame a second. */
    public static H264Clip make(Path folder, int width, int height, int fps, int kilobits, int seconds) {
        Path file = folder.resolve("clip-" + width + ".h264");
        run(List.of(
                PROGRAM.toString(),
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=" + width + "x" + height + ":rate=" + fps + ",noise=alls=20:allf=t",
                "-t",
                String.valueOf(seconds),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-bf",
                "2",
                "-b:v",
                kilobits + "k",
                "-maxrate",
                kilobits + "k",
                "-bufsize",
                kilobits / 2 + "k",
                "-pix_fmt",
                "yuv420p",
                "-x264-params",
                "aud=1:b-pyramid=none:open-gop=0:scenecut=0:keyint=" + fps + ":min-keyint=" + fps,
                "-y",
                file.toString()));
        try {
            return split(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Whether FFmpeg decodes all of it without a complaint; {@code payloads} are of this clip, beginning with a key frame. */
    public void assertDecodes(Path file, List<byte[]> payloads) {
        try (var out = Files.newOutputStream(file)) {
            out.write(parameterSets);
            for (byte[] payload : payloads) {
                for (ByteBuffer nal : NalUnits.splitLengthPrefixed(ByteBuffer.wrap(payload))) {
                    byte[] bytes = new byte[nal.remaining()];
                    nal.get(bytes);
                    out.write(START_CODE);
                    out.write(bytes);
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        String decoded = run(List.of(
                PROGRAM.toString(),
                "-v",
                "warning",
                "-err_detect",
                "explode",
                "-xerror",
                "-f",
                "h264",
                "-i",
                file.toString(),
                "-fps_mode",
                "passthrough",
                "-f",
                "framecrc",
                "-"));
        long frames = decoded.lines().filter(line -> line.startsWith("0,")).count();
        List<String> complaints = decoded.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("0,"))
                .filter(line -> !line.contains("Timestamps are unset"))
                .toList();
        assertThat(complaints).isEmpty();
        assertThat(frames).isEqualTo(payloads.size());
    }

    private static H264Clip split(ByteBuffer stream) throws Exception {
        List<Unit> units = new ArrayList<>();
        List<ByteBuffer> sets = new ArrayList<>();
        List<ByteBuffer> slices = new ArrayList<>();
        for (ByteBuffer nal : NalUnits.splitAnnexB(stream)) {
            switch (H264NalType.of(nal)) {
                case H264NalType.DELIMITER -> finish(slices, units);
                case H264NalType.SPS, H264NalType.PPS -> {
                    if (sets.size() < 2) {
                        sets.add(nal);
                    }
                }
                case H264NalType.SLICE, H264NalType.IDR -> slices.add(nal);
                default -> {}
            }
        }
        finish(slices, units);
        ByteBuffer parameterSets = ByteBuffer.allocate(sets.stream()
                .mapToInt(nal -> nal.remaining() + START_CODE.length)
                .sum());
        sets.forEach(nal -> parameterSets.put(START_CODE).put(nal.duplicate()));
        return new H264Clip(units, parameterSets.array(), H264Config.of(sets));
    }

    private static void finish(List<ByteBuffer> slices, List<Unit> units) {
        if (slices.isEmpty()) {
            return;
        }
        boolean key = H264NalType.of(slices.get(0)) == H264NalType.IDR;
        boolean disposable = slices.stream().allMatch(H264NalType::isDisposable);
        ByteBuffer payload = ByteBuffer.allocate(NalUnits.prefixedSize(slices));
        NalUnits.writeLengthPrefixed(slices, payload);
        int flags = key ? MediaHeader.KEY : disposable ? MediaHeader.DISPOSABLE : 0;
        units.add(new Unit(flags, payload.array()));
        slices.clear();
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
