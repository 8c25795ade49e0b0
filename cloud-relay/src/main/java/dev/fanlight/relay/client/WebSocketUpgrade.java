package dev.fanlight.relay.client;

import dev.fanlight.protocol.SocketPath;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The opening handshake of a WebSocket, client side (RFC 6455 §4.1). Event loop only. */
final class WebSocketUpgrade {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int END_OF_HEAD = 0x0D0A0D0A;
    private static final String SWITCHING_PROTOCOLS = "HTTP/1.1 101 ";

    private final StringBuilder head = new StringBuilder();
    private int newest;

    /** The upgrade request for a viewer socket. */
    static ByteBuf request(ViewerTarget target) {
        String text = "GET " + SocketPath.VIEW_PATH + " HTTP/1.1\r\nHost: " + target.authority() + "\r\nOrigin: "
                + target.origin() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + SocketPath.SUBPROTOCOL
                + "\r\n\r\n";
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    /** Reads up to the end of the response head, 8 KiB at most; whatever follows stays in the buffer. */
    boolean isComplete(ByteBuf in) {
        while (in.isReadable() && newest != END_OF_HEAD && head.length() < MAX_BYTES) {
            byte next = in.readByte();
            newest = newest << 8 | (next & 0xFF);
            head.append((char) next);
        }
        return newest == END_OF_HEAD || head.length() == MAX_BYTES;
    }

    boolean isAccepted() {
        return newest == END_OF_HEAD && head.indexOf(SWITCHING_PROTOCOLS) == 0;
    }

    /** The status line of the response, perhaps empty. */
    String statusLine() {
        int lineEnd = Math.max(0, head.indexOf("\r\n"));
        return head.substring(0, lineEnd);
    }
}
