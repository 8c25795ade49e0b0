package dev.fanlight.agent.uplink.socket;

import dev.fanlight.systemd.NotifySocket;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends to systemd by the native code of Netty, which the agent has for this only. Thread safe, does not block. */
public final class NettyNotifySocket implements NotifySocket {

    @Override
    public void send(byte[] path, byte[] datagram) throws IOException {
        if (!Epoll.isAvailable()) {
            throw new IOException("no native sockets here", Epoll.unavailabilityCause());
        }
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(datagram.length).put(datagram).flip();
        Socket socket = Socket.newSocketDomainDgram();
        try {
            int sent = socket.sendToDomainSocket(bytes, 0, datagram.length, path);
            if (sent != datagram.length) {
                throw new IOException("not sent: " + sent);
            }
        } finally {
            socket.close();
        }
    }
}
