package dev.fanlight.relay.gateway.ts;

import dev.fanlight.media.bitstream.BitstreamException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts MPEG-TS into whole packets, and finds where players can begin (ISO/IEC 13818-1 §2.4.3). FFmpeg writes the tables right before each key frame.
 * Not thread safe.
 */
final class TsAligner {

    static final int PACKET_BYTES = 188;

    /** Of the first track, which is the video. */
    static final int VIDEO_PID = 0x100;

    static final int PMT_PID = 0x1000;

    private static final int SYNC = 0x47;
    private static final int PAT_PID = 0;
    private static final int SDT_PID = 0x11;
    private static final int PID_MASK = 0x1FFF;
    private static final int HAS_ADAPTATION = 0x20;
    private static final int RANDOM_ACCESS = 0x40;
    private static final int ADAPTATION_LENGTH_AT = 4;
    private static final int ADAPTATION_FLAGS_AT = 5;

    private final byte[] packet = new byte[PACKET_BYTES];
    private int filled;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private boolean begins;
    /** Whether only tables have come yet, so that the next packet says whether it begins. */
    private boolean undecided;

    /**
     * Takes the next bytes.
     *
     * @throws BitstreamException when it is no MPEG-TS
     */
    List<TsPiece> take(byte[] bytes) throws BitstreamException {
        List<TsPiece> pieces = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int count = Math.min(PACKET_BYTES - filled, in.remaining());
            in.get(packet, filled, count);
            filled += count;
            if (filled == PACKET_BYTES) {
                filled = 0;
                add(pieces);
            }
        }
        if (!undecided) {
            finish(pieces);
        }
        return pieces;
    }

    private void add(List<TsPiece> pieces) throws BitstreamException {
        if (packet[0] != SYNC) {
            throw new BitstreamException("no packet of MPEG-TS");
        }
        int pid = ((packet[1] << 8) | (packet[2] & 0xFF)) & PID_MASK;
        if (pid == PAT_PID) {
            finish(pieces);
            undecided = true;
        } else if (pid != PMT_PID && pid != SDT_PID) {
            begins |= undecided && pid == VIDEO_PID && isRandomAccess();
            undecided = false;
        }
        piece.write(packet, 0, PACKET_BYTES);
    }

    private boolean isRandomAccess() {
        return (packet[3] & HAS_ADAPTATION) != 0
                && packet[ADAPTATION_LENGTH_AT] > 0
                && (packet[ADAPTATION_FLAGS_AT] & RANDOM_ACCESS) != 0;
    }

    private void finish(List<TsPiece> pieces) {
        if (piece.size() > 0) {
            pieces.add(new TsPiece(begins, ByteBuffer.wrap(piece.toByteArray())));
            piece.reset();
        }
        begins = false;
    }
}
