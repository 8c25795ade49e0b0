package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.SourceProblem;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a camera process writes to its stdout: a header of 28 bytes, big-endian, then the payload.
 *
 * <pre>
 *   u32  0x464C4346 ("FLCF")
 *   u32  1 frame, 2 failure, 3 access unit of H.264, 4 JPEG
 *   u32  width of a frame,  or 0
 *   u32  height of a frame, or 0
 *   i64  when it was captured: CLOCK_MONOTONIC in ns, the same clock in both processes
 *   u32  bytes of the payload: I420, problem and sentence with a line feed between, Annex B, or JPEG
 * </pre>
 *
 * Both ends are the same jar, so it has no version. Stateless, thread safe.
 */
public final class CameraMessage {

    /** Longest access unit or JPEG, bytes; cameras drop quality long before. */
    static final int MAX_PACKET_BYTES = 4 * 1024 * 1024;

    /** Largest width and height of a frame. */
    static final int MAX_SIDE = 3840;

    /** Longest sentence, bytes. */
    static final int MAX_FAILURE_BYTES = 4096;

    private static final int HEADER_BYTES = 28;
    private static final int MAGIC = 0x464C4346;
    private static final FrameSize NONE = new FrameSize(0, 0);

    private CameraMessage() {}

    /** What a payload is. */
    enum Kind {
        FRAME(1),
        FAILURE(2),
        H264(3),
        MJPEG(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Optional<Kind> ofCode(int code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
        }

        /** As what a camera compresses to; empty for what is no packet. */
        Optional<CameraCodec> codec() {
            return switch (this) {
                case H264 -> Optional.of(CameraCodec.H264);
                case MJPEG -> Optional.of(CameraCodec.MJPEG);
                case FRAME, FAILURE -> Optional.empty();
            };
        }
    }

    /**
     * What precedes the payload.
     *
     * @param kind of payload
     * @param size of a frame
     * @param nanos when it was captured
     * @param bytes of the payload, within the limits of its kind
     */
    record Header(Kind kind, FrameSize size, long nanos, int bytes) {}

    /** Writes a frame: the first {@code size.width() · size.height() · 3/2} bytes of {@code i420}. */
    public static void writeFrame(OutputStream out, FrameSize size, long nanos, byte[] i420) throws IOException {
        write(out, Kind.FRAME, size, nanos, i420, i420.length);
    }

    /**
     * Writes the first {@code count} bytes of {@code packet}, what the camera calls a frame, as they are; one of more than
     * {@link #MAX_PACKET_BYTES} is dropped.
     */
    public static void writePacket(OutputStream out, CameraCodec codec, long nanos, byte[] packet, int count)
            throws IOException {
        if (count <= MAX_PACKET_BYTES) {
            write(out, codec == CameraCodec.H264 ? Kind.H264 : Kind.MJPEG, NONE, nanos, packet, count);
        }
    }

    /** Writes why there are no frames. */
    public static void writeFailure(OutputStream out, SourceProblem problem, String sentence) throws IOException {
        byte[] text = (problem.name() + "\n" + sentence).getBytes(StandardCharsets.UTF_8);
        write(out, Kind.FAILURE, NONE, 0, text, Math.min(text.length, MAX_FAILURE_BYTES));
    }

    /** Reads a header; {@link IOException} when it is none. */
    static Header readHeader(DataInputStream in) throws IOException {
        int magic = in.readInt();
        Optional<Kind> kind = Kind.ofCode(in.readInt());
        FrameSize size = new FrameSize(in.readInt(), in.readInt());
        long nanos = in.readLong();
        int bytes = in.readInt();
        if (magic != MAGIC || kind.isEmpty()) {
            throw new IOException("the camera process wrote something other than frames");
        }
        Header header = new Header(kind.get(), size, nanos, bytes);
        if (!isWithinLimits(header)) {
            throw new IOException("the camera process wrote a frame of an impossible size");
        }
        return header;
    }

    private static boolean isWithinLimits(Header header) {
        int bytes = header.bytes();
        return switch (header.kind()) {
            case FRAME ->
                isSide(header.size().width())
                        && isSide(header.size().height())
                        && bytes == header.size().width() * header.size().height() * 3 / 2;
            case FAILURE -> bytes >= 0 && bytes <= MAX_FAILURE_BYTES;
            case H264, MJPEG -> bytes > 0 && bytes <= MAX_PACKET_BYTES;
        };
    }

    private static boolean isSide(int pixels) {
        return pixels >= 2 && pixels <= MAX_SIDE;
    }

    private static void write(OutputStream out, Kind kind, FrameSize size, long nanos, byte[] payload, int count)
            throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(MAGIC)
                .putInt(kind.code)
                .putInt(size.width())
                .putInt(size.height())
                .putLong(nanos)
                .putInt(count);
        // At once: a pipe has no buffer of ours, and each write would wake its reader.
        out.write(header.array());
        out.write(payload, 0, count);
        out.flush();
    }
}
