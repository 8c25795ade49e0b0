package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;

/**
 * How a frame is held: it is to be mirrored left to right if it is mirrored, then turned clockwise. Immutable.
 *
 * @param rotation degrees to turn it clockwise: 0, 90, 180 or 270
 * @param mirrored whether it is mirrored first
 */
public record Orientation(int rotation, boolean mirrored) {

    /** As it is stored. */
    public static final Orientation UPRIGHT = new Orientation(0, false);

    private static final int MATRIX_BYTES = 9 * Integer.BYTES;

    /** What a container says. */
    static Orientation of(AVCodecParameters parameters) {
        AVPacketSideData data = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        return data == null ? UPRIGHT : ofMatrix(data.data(), data.size());
    }

    /** What container and stream say with a decoded frame; a stream says it with key frames, and it holds until the next one. */
    static Optional<Orientation> of(AVFrame frame) {
        AVFrameSideData data = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
        return data == null ? Optional.empty() : Optional.of(ofMatrix(data.data(), data.size()));
    }

    /**
     * The nearest orientation in quarter turns.
     *
     * @param a to {@code d}: a point (x, y), y downwards, is shown at (ax + cy, bx + dy)
     */
    public static Orientation ofMatrix(int a, int b, int c, int d) {
        long determinant = (long) a * d - (long) b * c;
        if (determinant == 0) {
            return UPRIGHT;
        }
        return new Orientation(turn(c, d), determinant < 0);
    }

    /** Whether what is stored wide is shown high. */
    public boolean swapsSides() {
        return rotation % 180 != 0;
    }

    private static Orientation ofMatrix(BytePointer data, long size) {
        if (size < MATRIX_BYTES) {
            return UPRIGHT;
        }
        IntBuffer matrix = data.capacity(MATRIX_BYTES)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        return ofMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
    }

    /** Where the way down points after the turn; mirroring left to right does not change it. */
    private static int turn(int c, int d) {
        if (Math.abs((long) d) >= Math.abs((long) c)) {
            return d >= 0 ? 0 : 180;
        }
        return c < 0 ? 90 : 270;
    }
}
