package dev.fanlight.agent.source.live.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Random;

/** A peer and its socket, which never blocks. One thread. */
final class RtmpConnection implements Closeable {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final SocketChannel socket;
    private final RtmpPeer peer;
    private final long since;

    /**
     * A connection that was just accepted.
     *
     * @param socket the connection’s from then on
     * @param path application and key that the peer has to show
     * @param since when it was accepted, ns
     */
    RtmpConnection(SocketChannel socket, String path, Random random, long since) {
        this.socket = socket;
        this.since = since;
        this.peer = new RtmpPeer(path, random, this::write);
    }

    SocketChannel socket() {
        return socket;
    }

    RtmpPeer peer() {
        return peer;
    }

    /** When it was accepted, ns. */
    long since() {
        return since;
    }

    /**
     * Takes what lies in the socket.
     *
     * @throws IOException when the peer is gone, does not read, or was sent why it has to go
     */
    void read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
        if (socket.read(bytes) < 0) {
            throw new EOFException("has ended the connection");
        }
        try {
            peer.received(bytes.flip());
        } catch (BitstreamException e) {
            throw new IOException("sends " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (peer.isEnded()) {
            throw new EOFException("has ended its stream");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    /** What a peer is sent is far less than its socket takes; one that does not read has to go. */
    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                if (socket.write(bytes) == 0) {
                    throw new IOException("does not read what it is sent");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
