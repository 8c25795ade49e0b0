package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.SourceProblem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a camera process writes to its stdout: a header of 28 bytes, big-endian, then the payload.
 *
 * <pre>
 *   u32  0x464C4346 ("FLCF")
 *   u32  1 frame, 2 failure
 *   u32  width,  or 0
 *   u32  height, or 0
 *   i64  when the frame was taken: CLOCK_MONOTONIC in ns, the same clock in both processes
 *   u32  bytes of the payload: I420, or problem and sentence with a line feed between
 * </pre>
 *
 * Both ends are the same jar, so it has no version. Stateless, thread safe.
 */
public final class CameraMessage {

    private static final int MAGIC = 0x464C4346;
    private static final int FRAME = 1;
    private static final int FAILURE = 2;
    /** A frame of 3840x2160 in I420, and some room. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private CameraMessage() {}

    /**
     * What precedes the payload.
     *
     * @param isFrame whether the payload is a frame
     * @param size of the frame
     * @param nanos when it was taken
     * @param bytes of the payload
     */
    record Header(boolean isFrame, FrameSize size, long nanos, int bytes) {}

    /** Writes a frame: the first {@code size.width() · size.height() · 3/2} bytes of {@code i420}. */
    public static void writeFrame(OutputStream out, FrameSize size, long nanos, byte[] i420) throws IOException {
        write(out, FRAME, size, nanos, i420);
    }

    /** Writes why there are no frames. */
    public static void writeFailure(OutputStream out, SourceProblem problem, String sentence) throws IOException {
        byte[] text = (problem.name() + "\n" + sentence).getBytes(StandardCharsets.UTF_8);
        write(out, FAILURE, new FrameSize(0, 0), 0, text);
    }

    /** Reads a header; {@link IOException} when it is none. */
    static Header readHeader(DataInputStream in) throws IOException {
        int magic = in.readInt();
        int kind = in.readInt();
        FrameSize size = new FrameSize(in.readInt(), in.readInt());
        long nanos = in.readLong();
        int bytes = in.readInt();
        boolean frame = kind == FRAME;
        boolean sound = bytes >= 0 && bytes <= MAX_BYTES && (!frame || bytes == size.width() * size.height() * 3 / 2);
        if (magic != MAGIC || (!frame && kind != FAILURE) || !sound) {
            throw new IOException("the camera process wrote something other than frames");
        }
        return new Header(frame, size, nanos, bytes);
    }

    private static void write(OutputStream out, int kind, FrameSize size, long nanos, byte[] payload)
            throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(kind);
        data.writeInt(size.width());
        data.writeInt(size.height());
        data.writeLong(nanos);
        data.writeInt(payload.length);
        data.write(payload);
        data.flush();
    }
}
