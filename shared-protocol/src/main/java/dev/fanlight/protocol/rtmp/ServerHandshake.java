package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The handshake (§5.2): a client sends C0 and C1, gets S0, S1 and S2, and sends C2, which is ignored. A C1 with a digest is answered with
 * digests. Not thread safe.
 */
public final class ServerHandshake {

    private static final int VERSION = 3;
    private static final int PACKET_BYTES = 1536;
    private static final int TIME_AND_VERSION_BYTES = 8;
    private static final int VERSION_AT = 4;

    /** What servers that sign call themselves; clients check the digests of those from 3 on. */
    private static final int SIGNING_VERSION = 0x04050001;

    private final Random random;
    private final ByteBuffer hello = ByteBuffer.allocate(1 + PACKET_BYTES);
    private int toSkip = PACKET_BYTES;

    /** Waits for C0; {@code random} fills what may be anything. */
    public ServerHandshake(Random random) {
        this.random = random;
    }

    /**
     * Takes bytes up to the end of C2.
     *
     * @return S0, S1 and S2, once, when they are to be sent
     * @throws BitstreamException when this is no RTMP of version 3, RTMPE for example
     */
    public Optional<ByteBuffer> take(ByteBuffer in) throws BitstreamException {
        Optional<ByteBuffer> answer = hello.hasRemaining() ? hello(in) : Optional.empty();
        if (!hello.hasRemaining()) {
            int skipped = Math.min(toSkip, in.remaining());
            in.position(in.position() + skipped);
            toSkip -= skipped;
        }
        return answer;
    }

    /** Whether the handshake is over. */
    public boolean isDone() {
        return toSkip == 0;
    }

    private Optional<ByteBuffer> hello(ByteBuffer in) throws BitstreamException {
        int count = Math.min(hello.remaining(), in.remaining());
        hello.put(in.slice(in.position(), count));
        in.position(in.position() + count);
        if (hello.position() > 0 && hello.get(0) != VERSION) {
            throw new BitstreamException("this is no RTMP of version 3");
        }
        return hello.hasRemaining()
                ? Optional.empty()
                : Optional.of(answer(Arrays.copyOfRange(hello.array(), 1, 1 + PACKET_BYTES)));
    }

    private ByteBuffer answer(byte[] c1) {
        byte[] s1 = new byte[PACKET_BYTES];
        random.nextBytes(s1);
        Arrays.fill(s1, 0, TIME_AND_VERSION_BYTES, (byte) 0);
        byte[] s2 = c1;
        OptionalInt scheme = HandshakeDigest.schemeOf(c1);
        if (scheme.isPresent()) {
            ByteBuffer.wrap(s1).putInt(VERSION_AT, SIGNING_VERSION);
            HandshakeDigest.sign(s1, scheme.getAsInt());
            s2 = new byte[PACKET_BYTES];
            random.nextBytes(s2);
            HandshakeDigest.answer(s2, c1, scheme.getAsInt());
        }
        return ByteBuffer.allocate(1 + 2 * PACKET_BYTES)
                .put((byte) VERSION)
                .put(s1)
                .put(s2)
                .flip();
    }
}
