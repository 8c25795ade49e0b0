package dev.fanlight.agent.testing;

import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.camera.CameraCodec;
import dev.fanlight.agent.source.camera.CameraErrors;
import dev.fanlight.agent.source.camera.CameraMessage;
import dev.fanlight.agent.source.camera.CameraRequest;
import dev.fanlight.runtime.Sleeper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stands in for the camera process. What the device’s file holds, or else its name, says how it behaves; one that has a file is unplugged when
 * that is removed.
 */
public final class FakeCameraMain {

    private static final int ENODEV = -19;
    private static final int HEADER_MAGIC = 0x464C4346;
    private static final int PACE_MILLIS = 20;

    private FakeCameraMain() {}

    public static void main(String[] args) throws Exception {
        CameraFootage.load();
        List<byte[]> h264 = CameraFootage.h264(Footage.CARS);
        List<byte[]> jpegs = CameraFootage.jpegs(Footage.CARS, 5);
        CameraRequest request = CameraRequest.read(System.in);
        Path device = request.device();
        boolean hasFile = Files.exists(device);
        String behaviour = hasFile ? Files.readString(device).strip() : String.valueOf(device.getFileName());
        PrintStream out = System.out;
        switch (behaviour) {
            case "good" -> frames(Integer.MAX_VALUE);
            case "unplugged" -> frames(3);
            case "silent" -> {
                frames(1);
                Thread.sleep(600_000);
            }
            case "silent-from-the-start" -> Thread.sleep(600_000);
            case "busy" -> CameraMessage.writeFailure(out, SourceProblem.BUSY, "/dev/video0 is in use.");
            case "babble" -> {
                out.print("this is no frame, but it is long enough for a header");
                out.flush();
                Thread.sleep(60_000);
            }
            case "h264" -> packets(CameraCodec.H264, h264, device, hasFile);
            case "mjpeg" -> packets(CameraCodec.MJPEG, jpegs, device, hasFile);
            case "damaged-mjpeg" -> packets(CameraCodec.MJPEG, List.of(new byte[] {1, 2, 3, 4}), device, hasFile);
            case "damaged-h264" -> packets(CameraCodec.H264, List.of(new byte[] {0, 0, 1, 5, 6, 7}), device, hasFile);
            case "another-format" -> {
                CameraMessage.writePacket(out, CameraCodec.MJPEG, System.nanoTime(), new byte[] {1, 2}, 2);
                packets(CameraCodec.H264, h264, device, hasFile);
            }
            case "huge-packet" -> hostile(3, 0, 0, Integer.MAX_VALUE);
            case "negative-packet" -> hostile(4, 0, 0, -5);
            case "empty-packet" -> hostile(4, 0, 0, 0);
            case "overflowing-frame" -> hostile(1, 65_536, 65_536, 0);
            case "negative-frame" -> hostile(1, -2, -2, 6);
            case "unknown-kind" -> hostile(9, 2, 2, 6);
            case "huge-sentence" -> hostile(2, 0, 0, 1_000_000);
            case "unknown-problem" -> failure("NONSENSE\nIt does not work.");
            case "sentence-alone" -> failure("It does not work.");
            case "half-a-packet" -> {
                header(3, 0, 0, 1_000);
                out.write(new byte[500]);
                out.flush();
            }
            default -> throw new IllegalArgumentException(behaviour);
        }
    }

    private static void frames(int count) throws IOException, InterruptedException {
        byte[] frame = new byte[64 * 48 * 3 / 2];
        for (int i = 0; i < count; i++) {
            frame[0] = (byte) i;
            CameraMessage.writeFrame(System.out, new FrameSize(64, 48), System.nanoTime(), frame);
            Thread.sleep(PACE_MILLIS);
        }
    }

    private static void packets(CameraCodec codec, List<byte[]> packets, Path device, boolean hasFile)
            throws IOException, InterruptedException {
        for (int i = 0; !hasFile || Files.exists(device); i++) {
            byte[] packet = packets.get(i % packets.size());
            CameraMessage.writePacket(System.out, codec, System.nanoTime(), packet, packet.length);
            Thread.sleep(PACE_MILLIS);
        }
        var cause = CameraErrors.whileOpen(device, ENODEV, Sleeper.SYSTEM);
        CameraMessage.writeFailure(System.out, cause.problem(), String.valueOf(cause.getMessage()));
    }

    private static void hostile(int kind, int width, int height, int bytes) throws IOException, InterruptedException {
        header(kind, width, height, bytes);
        Thread.sleep(60_000);
    }

    private static void failure(String text) throws IOException {
        header(2, 0, 0, text.length());
        System.out.print(text);
        System.out.flush();
    }

    private static void header(int kind, int width, int height, int bytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(28);
        header.putInt(HEADER_MAGIC).putInt(kind).putInt(width).putInt(height);
        System.out.write(header.putLong(System.nanoTime()).putInt(bytes).array());
        System.out.flush();
    }
}
