package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;

/** The handshake (§5.2) of who connects: sends C0 and C1, gets S0, S1 and S2, and sends C2. Without digests, which no server demands. Not thread safe. */
public final class ClientHandshake {

    private static final int VERSION = 3;
    private static final int PACKET_BYTES = 1536;
    private static final int TIME_AND_VERSION_BYTES = 8;

    private final ByteBuffer answer = ByteBuffer.allocate(1 + 2 * PACKET_BYTES);
    private boolean sent;

    /** C0 and C1; {@code random} fills what may be anything. */
    public ByteBuffer begin(Random random) {
        byte[] hello = new byte[1 + PACKET_BYTES];
        random.nextBytes(hello);
        hello[0] = VERSION;
        ByteBuffer.wrap(hello).putLong(1, 0);
        return ByteBuffer.wrap(hello);
    }

    /**
     * Takes bytes up to the end of S2.
     *
     * @return C2, once, when it is to be sent
     * @throws BitstreamException when the peer is no server of RTMP
     */
    public Optional<ByteBuffer> take(ByteBuffer in) throws BitstreamException {
        int count = Math.min(answer.remaining(), in.remaining());
        answer.put(in.slice(in.position(), count));
        in.position(in.position() + count);
        if (answer.position() > 0 && answer.get(0) != VERSION) {
            throw new BitstreamException("this is no RTMP of version 3");
        }
        if (sent || answer.position() <= PACKET_BYTES) {
            return Optional.empty();
        }
        sent = true;
        byte[] echo = new byte[PACKET_BYTES];
        answer.get(1, echo);
        ByteBuffer.wrap(echo).putInt(TIME_AND_VERSION_BYTES / 2, 0);
        return Optional.of(ByteBuffer.wrap(echo));
    }

    /** Whether the handshake is over. */
    public boolean isDone() {
        return sent && !answer.hasRemaining();
    }
}
