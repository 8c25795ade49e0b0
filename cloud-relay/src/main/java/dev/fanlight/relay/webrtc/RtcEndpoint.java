package dev.fanlight.relay.webrtc;

import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.stun.StunMessage;
import dev.fanlight.relay.http.listen.AnyAddress;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.OpenCounts;
import dev.fanlight.relay.tls.dtls.DtlsIdentity;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A UDP port that many peers share: which datagram is whose is told by the name in a check, and from then on by the address that it came from
 * (RFC 7983). Nobody else is answered. Loop only, but for {@link #open}, {@link #loop}, {@link #identity} and {@link #close}.
 */
public final class RtcEndpoint {

    /** Most handshakes at a time, each on a thread of its own for some 100 ms. */
    static final int MAX_HANDSHAKES = 64;

    /** Most of them with one address, IPv6: a /64. */
    static final int MAX_HANDSHAKES_PER_ADDRESS = 4;

    /** Room in the kernel for the packets of key frames, and for what comes while they are sent, bytes. */
    private static final int KERNEL_BUFFER_BYTES = 2 * 1024 * 1024;

    private final RtcTimeouts timeouts;
    private final NanoClock clock;
    private final ErrorLog errors;
    private final DtlsIdentity identity;
    private final DatagramLoop loop;
    private final LoopRunner runner;
    private final int port;
    private final SecureRandom random = new SecureRandom();
    private final RtcPeers peers = new RtcPeers();
    private final OpenCounts handshakesPerAddress = new OpenCounts(MAX_HANDSHAKES_PER_ADDRESS);
    private int handshakes;

    private RtcEndpoint(
            DatagramChannel channel, RtcTimeouts timeouts, NanoClock clock, MediaClock wallClock, ErrorLog errors)
            throws IOException {
        this.timeouts = timeouts;
        this.clock = clock;
        this.errors = errors;
        this.identity = DtlsIdentity.create(random, wallClock);
        this.port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        this.loop = new DatagramLoop(channel, clock, errors, this::received);
        this.runner = LoopRunner.start(loop, e -> errors.fatal("The loop of WebRTC has ended", e));
    }

    /**
     * Opens the port and starts the loop.
     *
     * @param port 0 for any that is free
     * @throws IOException when it is taken or not allowed
     */
    public static RtcEndpoint open(
            int port, RtcTimeouts timeouts, NanoClock clock, MediaClock wallClock, ErrorLog errors) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER_BYTES);
            channel.bind(new InetSocketAddress(AnyAddress.text(), port));
            return new RtcEndpoint(channel, timeouts, clock, wallClock, errors);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Its thread. Any thread. */
    public DatagramLoop loop() {
        return loop;
    }

    /** The certificate that it shows. Any thread. */
    public DtlsIdentity identity() {
        return identity;
    }

    /** The number of its port. Any thread. */
    public int port() {
        return port;
    }

    /**
     * A peer whose description is known, which will check the way here.
     *
     * @param local how this side is asked, which only the peer was told
     */
    public RtcPeer expect(IceCredentials local, RemoteDescription remote, RtcListener listener) {
        return begin(new RtcPeer(this, local, remote, Optional.empty(), listener));
    }

    /**
     * A peer that has answered an offer of this side, which checks the ways there.
     *
     * @param allowed whether something may be sent there; asked for the addresses that the peer names, and for those that it asks from
     */
    public RtcPeer connect(
            IceCredentials local,
            RemoteDescription remote,
            Predicate<InetSocketAddress> allowed,
            RtcListener listener) {
        RtcPeer peer = new RtcPeer(this, local, remote, Optional.of(allowed), listener);
        peer.ways().forEach(way -> peers.located(peer, way));
        return begin(peer);
    }

    /** Ends its thread, without a goodbye to peers. Any thread. */
    public void close(Duration limit) {
        runner.close(limit);
    }

    private RtcPeer begin(RtcPeer peer) {
        loop.assertOnLoop();
        peers.add(peer);
        peer.begin();
        return peer;
    }

    RtcTimeouts timeouts() {
        return timeouts;
    }

    NanoClock clock() {
        return clock;
    }

    Random random() {
        return random;
    }

    /** A handshake is to begin; false when there are too many, then the peer tries again. */
    boolean handshakeBegins(AddressKey address) {
        if (handshakes == MAX_HANDSHAKES) {
            errors.warn("Too many handshakes by DTLS at a time");
            return false;
        }
        if (!handshakesPerAddress.open(address)) {
            return false;
        }
        handshakes++;
        return true;
    }

    void handshakeOver(AddressKey address) {
        handshakes--;
        handshakesPerAddress.closed(address);
    }

    void remove(RtcPeer peer) {
        peers.remove(peer);
    }

    private void received(ByteBuffer datagram, InetSocketAddress from) {
        if (!datagram.hasRemaining()) {
            return;
        }
        int first = Byte.toUnsignedInt(datagram.get(0));
        if (first < 4) {
            StunMessage.parse(datagram).ifPresent(message -> stun(message, from));
        } else if (first >= 20 && first < 64) {
            peers.at(from).ifPresent(peer -> peer.dtls(copy(datagram)));
        } else if (first >= 128 && first < 192) {
            peers.at(from).ifPresent(peer -> peer.media(copy(datagram)));
        }
    }

    private void stun(StunMessage message, InetSocketAddress from) {
        if (message.type() == StunMessage.Type.REQUEST) {
            peers.named(message.askedFragment())
                    .filter(peer -> message.isAuthentic(peer.local().password()))
                    .filter(peer -> peer.mayBeAt(from) && peers.located(peer, from))
                    .ifPresent(peer -> peer.checked(message, from));
        } else {
            peers.at(from)
                    .filter(peer -> message.isAuthentic(peer.remote().ice().password()))
                    .ifPresent(peer -> peer.answered(message, from));
        }
    }

    private static byte[] copy(ByteBuffer datagram) {
        byte[] copy = new byte[datagram.remaining()];
        datagram.get(copy);
        return copy;
    }
}
