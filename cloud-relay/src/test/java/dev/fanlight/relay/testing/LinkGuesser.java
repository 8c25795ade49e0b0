package dev.fanlight.relay.testing;

import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.SocketPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;

/** Tries keys of a camera’s link. */
public final class LinkGuesser extends SocketGuesser {

    private static final int KEY_BITS = 128;

    private final Secrets secrets = new Secrets(new SecureRandom());
    private final int port;
    private final String host;
    private final String camera;

    public LinkGuesser(int port, String camera) {
        this.port = port;
        this.host = "127.0.0.1:" + port;
        this.camera = camera;
    }

    @Override
    public Socket dial(InetAddress from) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
    }

    @Override
    public RawSocket upgrade(Socket line) throws IOException {
        return new RawSocket(line, host, SocketPath.VIEW_PATH, "Origin: http://" + host + "\r\n");
    }

    @Override
    public void say(RawSocket socket) throws IOException {
        socket.sendText(
                "{\"type\":\"watch\",\"camera\":\"" + camera + "\",\"key\":\"" + secrets.base32(KEY_BITS) + "\"}");
    }

    @Override
    public boolean isHit(String text) {
        return text.contains("\"welcome\"");
    }
}
