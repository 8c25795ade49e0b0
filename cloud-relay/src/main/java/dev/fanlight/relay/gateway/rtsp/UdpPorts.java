package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.protocol.rtsp.RtspTransport.Pair;
import dev.fanlight.relay.http.listen.AnyAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/**
 * The two ports from which packets leave by UDP. Nothing is read from them: players say by RTSP that they are there, and the kernel drops
 * what they send here. Thread safe; sending does not block, and what the kernel has no room for is lost, as on the way.
 */
final class UdpPorts {

    /** Room in the kernel for the packets of key frames, bytes. */
    private static final int SEND_BUFFER_BYTES = 1024 * 1024;

    private final String setting;
    private final int port;
    private volatile Optional<Channels> open = Optional.empty();

    private record Channels(DatagramChannel rtp, DatagramChannel rtcp) {}

    /**
     * Ports that are closed.
     *
     * @param setting the key of the port in the settings, for the sentence when it is taken
     * @param port the first, 0 when there are none
     */
    UdpPorts(String setting, int port) {
        this.setting = setting;
        this.port = port;
    }

    /**
     * Opens them, if there are any.
     *
     * @throws UserException when one is taken or not allowed
     */
    void open() {
        if (port == 0) {
            return;
        }
        try {
            DatagramChannel rtp = bound(port);
            try {
                open = Optional.of(new Channels(rtp, bound(port + 1)));
            } catch (IOException e) {
                rtp.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED,
                    "UDP port " + port + " or the next one is taken or not allowed. Choose another: --set " + setting
                            + "=PORT",
                    e);
        }
    }

    /** Their numbers; empty when they are not open. */
    Optional<Pair> numbers() {
        return open.map(channels -> new Pair(port, port + 1));
    }

    /** Sends a packet of media. */
    void send(ByteBuffer packet, InetSocketAddress to) {
        open.ifPresent(channels -> send(channels.rtp(), packet, to));
    }

    /** Sends a report. */
    void sendControl(ByteBuffer packet, InetSocketAddress to) {
        open.ifPresent(channels -> send(channels.rtcp(), packet, to));
    }

    void close() {
        Optional<Channels> closed = open;
        open = Optional.empty();
        closed.ifPresent(channels -> {
            close(channels.rtp());
            close(channels.rtcp());
        });
    }

    private static DatagramChannel bound(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
            channel.bind(new InetSocketAddress(AnyAddress.text(), port));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void send(DatagramChannel channel, ByteBuffer packet, InetSocketAddress to) {
        try {
            channel.send(packet, to);
        } catch (IOException e) {
            // A packet is lost: the player is gone, which its connection will show, or the way to it is.
        }
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
