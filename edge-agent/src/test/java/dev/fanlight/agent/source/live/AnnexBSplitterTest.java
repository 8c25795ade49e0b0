package dev.fanlight.agent.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.media.H264Nal;
import dev.fanlight.media.H265Nal;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.testing.StartsProcesses;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@StartsProcesses
class AnnexBSplitterTest {

    @RegisterExtension
    final GeneratedVideo video = new GeneratedVideo();

    private static List<byte[]> split(byte[] stream, boolean h265, int mostBytes) throws BitstreamException {
        AnnexBSplitter splitter = new AnnexBSplitter(h265);
        Random random = new Random(3);
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            int count = Math.min(stream.length - at, 1 + random.nextInt(mostBytes));
            splitter.add(Arrays.copyOfRange(stream, at, at + count), count);
            at += count;
            for (Optional<ByteBuffer> unit = splitter.next(); unit.isPresent(); unit = splitter.next()) {
                units.add(bytes(unit.get()));
            }
        }
        splitter.rest().ifPresent(unit -> units.add(bytes(unit)));
        return units;
    }

    private static byte[] bytes(ByteBuffer unit) {
        byte[] bytes = new byte[unit.remaining()];
        unit.get(bytes);
        return bytes;
    }

    private static byte[] joined(List<byte[]> units) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        units.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static long firstSlices(NalCodec codec, int flagAt, byte[] unit) throws BitstreamException {
        return NalUnits.splitAnnexB(ByteBuffer.wrap(unit)).stream()
                .filter(codec::isSlice)
                .filter(nal -> nal.get(nal.position() + flagAt) < 0)
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 700, 65_536})
    void everyFrameIsOneAccessUnitHoweverTheBytesCome(int mostBytes) throws Exception {
        byte[] stream = Files.readAllBytes(video.make("x.h264", "-i IN -c copy -an", Footage.CARS));
        List<byte[]> units = split(stream, false, mostBytes);
        assertThat(units).hasSize(120);
        assertThat(joined(units)).isEqualTo(stream);
        for (byte[] unit : units) {
            assertThat(firstSlices(new H264Nal(), 1, unit)).isOne();
        }
    }

    @Test
    void framesOfSeveralSlicesStayTogether() throws Exception {
        byte[] stream = Files.readAllBytes(
                video.make(
                        "x.h264",
                        "-f lavfi -i testsrc2=size=320x180:duration=1 -c:v libx264 -x264-params slices=4:aud=1 -bf 0 -pix_fmt yuv420p"));
        assertThat(split(stream, false, 100)).hasSize(25);
    }

    @Test
    void h265IsSplitToo() throws Exception {
        byte[] stream = Files.readAllBytes(
                video.make(
                        "x.hevc",
                        "-f lavfi -i testsrc2=size=320x180:duration=1 -c:v libx265 -x265-params log-level=none -pix_fmt yuv420p"));
        assertThat(AnnexBSplitter.isH265(ByteBuffer.wrap(stream, 0, 8))).contains(true);
        List<byte[]> units = split(stream, true, 500);
        assertThat(units).hasSize(25);
        for (byte[] unit : units) {
            assertThat(firstSlices(new H265Nal(1), 2, unit)).isOne();
        }
    }

    @Test
    void whatIsNotAnnexBIsRecognized() {
        assertThat(AnnexBSplitter.isH265(ByteBuffer.wrap("hello, world".getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
        assertThat(AnnexBSplitter.isH265(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 0x67, 0x42, 0, 10})))
                .contains(false);
    }

    @Test
    void anAccessUnitWithoutEndIsRefused() {
        AnnexBSplitter splitter = new AnnexBSplitter(false);
        byte[] garbage = new byte[64 * 1024];
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        splitter.add(garbage, garbage.length);
                        assertThat(splitter.next()).isEmpty();
                    }
                })
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining("4194304 bytes");
    }
}
