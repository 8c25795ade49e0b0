package dev.fanlight.agent.testing;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.encode.javacv.JpegEncoder;
import dev.fanlight.agent.javacv.DecodedFrames;
import dev.fanlight.agent.javacv.FfmpegLog;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real footage as a camera compresses it. */
public final class CameraFootage {

    private static final int START_CODE = 4;

    private CameraFootage() {}

    /** Loads FFmpeg. */
    public static void load() {
        FfmpegLog.show(false);
    }

    /** Its access units in Annex B, parameter sets before the first. */
    public static List<byte[]> h264(Path file) throws Exception {
        List<byte[]> packets = new ArrayList<>();
        try (MediaInput input = MediaInput.open(file.toString(), null, Map.of())) {
            List<ByteBuffer> sets =
                    PassedVideo.read(true, input.video().record().orElseThrow()).parameterSets();
            while (input.read()) {
                List<ByteBuffer> units = new ArrayList<>(packets.isEmpty() ? sets : List.of());
                units.addAll(NalUnits.splitLengthPrefixed(input.packetBytes()));
                packets.add(annexB(units));
            }
        }
        return packets;
    }

    /** Its first frames as JPEGs. */
    public static List<byte[]> jpegs(Path file, int count) throws Exception {
        List<byte[]> jpegs = new ArrayList<>();
        try (MediaInput input = MediaInput.open(file.toString(), null, Map.of());
                FrameDecoder decoder = FrameDecoder.open(input.video().parameters());
                DecodedFrames frames = new DecodedFrames(
                        new FrameLimits(1280, 720, 60), Optional.empty(), 0, new NativeFramePool(1), 1)) {
            while (jpegs.size() < count && input.read()) {
                decoder.send(input.packet());
                while (decoder.receive()) {
                    frames.next(decoder.frame());
                    try (RawFrame frame = frames.convert(decoder.frame(), 0)) {
                        jpegs.add(JpegEncoder.encode(frame));
                    }
                }
            }
        }
        return jpegs;
    }

    private static byte[] annexB(List<ByteBuffer> units) {
        ByteBuffer target = ByteBuffer.allocate(
                units.stream().mapToInt(unit -> unit.remaining() + START_CODE).sum());
        NalUnits.writeAnnexB(units, target);
        return target.array();
    }
}
