package dev.fanlight.relay.bench.crowd;

import dev.fanlight.protocol.SocketPath;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The beginning of a WebSocket (RFC 6455 §4.1): what is asked, and what is answered. Event loop only. */
final class UpgradeAnswer {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int END_OF_HEAD = 0x0D0A0D0A;
    private static final String GOOD = "HTTP/1.1 101 ";

    private final StringBuilder head = new StringBuilder();
    private int newest;

    /** The request of a viewer. */
    static ByteBuf request(ViewerTarget target) {
        String text = "GET " + SocketPath.VIEW_PATH + " HTTP/1.1\r\nHost: " + target.authority() + "\r\nOrigin: "
                + target.origin() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + SocketPath.SUBPROTOCOL
                + "\r\n\r\n";
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    /** Takes bytes up to the end of the head; what is behind it stays. */
    boolean isComplete(ByteBuf in) {
        while (in.isReadable() && newest != END_OF_HEAD && head.length() < MAX_BYTES) {
            byte next = in.readByte();
            newest = newest << 8 | (next & 0xFF);
            head.append((char) next);
        }
        return newest == END_OF_HEAD || head.length() == MAX_BYTES;
    }

    boolean isGood() {
        return newest == END_OF_HEAD && head.indexOf(GOOD) == 0;
    }

    /** Why not, in words. */
    String refusal() {
        int lineEnd = Math.max(0, head.indexOf("\r\n"));
        return "it answered \"" + head.substring(0, lineEnd) + "\"";
    }
}
