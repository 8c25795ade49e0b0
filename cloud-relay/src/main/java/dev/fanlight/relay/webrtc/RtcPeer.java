package dev.fanlight.relay.webrtc;

import dev.fanlight.media.rtcp.RtcpReader;
import dev.fanlight.media.srtp.SrtpProfile;
import dev.fanlight.media.srtp.SrtpReceiver;
import dev.fanlight.media.srtp.SrtpSender;
import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.protocol.stun.StunMessage;
import dev.fanlight.protocol.stun.StunWriter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.tls.dtls.ClientHello;
import dev.fanlight.relay.tls.dtls.DtlsConnection;
import dev.fanlight.relay.tls.dtls.DtlsHandshake;
import dev.fanlight.relay.webrtc.RtcState.Checking;
import dev.fanlight.relay.webrtc.RtcState.Closed;
import dev.fanlight.relay.webrtc.RtcState.Connected;
import dev.fanlight.relay.webrtc.RtcState.Handshaking;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One peer: answers its checks, agrees on keys with it, then passes packets on in both directions. Loop only. */
public final class RtcPeer {

    /** Datagrams of DTLS a second, once the keys are agreed on. */
    static final int LATE_DATAGRAMS = 10;

    /** Reports a second. */
    static final int REPORTS = 200;

    private static final int CHECKS_OF_SILENCE = 5;
    private static final int FIRST_REPORT_TYPE = 64;
    private static final int LAST_REPORT_TYPE = 95;

    private final RtcEndpoint endpoint;
    private final IceCredentials local;
    private final RemoteDescription remote;
    private final RtcListener listener;
    private final Optional<PathChecks> checks;
    private final NewPath newPath;
    private final TokenBucket lateDatagrams;
    private final TokenBucket reports;
    private RtcState state = new Checking();
    private Optional<InetSocketAddress> path = Optional.empty();
    private long heardNanos;

    /**
     * A peer that has not begun.
     *
     * @param allowed where this side, which controls, may ask for it; empty when it only answers
     */
    RtcPeer(
            RtcEndpoint endpoint,
            IceCredentials local,
            RemoteDescription remote,
            Optional<Predicate<InetSocketAddress>> allowed,
            RtcListener listener) {
        this.endpoint = endpoint;
        this.local = local;
        this.remote = remote;
        this.listener = listener;
        this.checks = allowed.map(addresses -> new PathChecks(endpoint, this, addresses));
        this.newPath = new NewPath(endpoint, this);
        this.lateDatagrams = new TokenBucket(endpoint.clock(), LATE_DATAGRAMS, LATE_DATAGRAMS);
        this.reports = new TokenBucket(endpoint.clock(), REPORTS, REPORTS);
        this.heardNanos = endpoint.clock().nanoTime();
    }

    /** Begins to wait for it. */
    void begin() {
        endpoint.loop().after(endpoint.timeouts().connect(), () -> {
            if (!isConnected()) {
                close(RtcEnd.NOT_CONNECTED);
            }
        });
        checkSilenceLater();
        checks.ifPresent(PathChecks::next);
    }

    IceCredentials local() {
        return local;
    }

    RemoteDescription remote() {
        return remote;
    }

    /** Whether packets can be sent. */
    public boolean isConnected() {
        return state instanceof Connected;
    }

    boolean isClosed() {
        return state instanceof Closed;
    }

    /**
     * Encrypts a packet and sends it. Those of a source must come in their order; what is to be sent again goes to {@link #send} alone.
     *
     * @param packet with room for {@link SrtpProfile#MAX_OVERHEAD_BYTES} behind {@code length}
     * @return its bytes now; 0 when the peer is gone
     */
    public int protect(byte[] packet, int length) {
        return state instanceof Connected connected ? connected.sender().protect(packet, length) : 0;
    }

    /** Sends bytes that {@link #protect} has made. */
    public void send(byte[] packet, int length) {
        if (isConnected()) {
            datagram(packet, length);
        }
    }

    /** Encrypts a compound of reports and sends it. */
    public void report(byte[] compound) {
        if (state instanceof Connected connected) {
            byte[] room = Arrays.copyOf(compound, compound.length + SrtpProfile.MAX_OVERHEAD_BYTES);
            datagram(room, connected.sender().protectReport(room, compound.length));
        }
    }

    /** Where this side asks for it at first. */
    List<InetSocketAddress> ways() {
        return checks.map(PathChecks::addresses).orElse(List.of());
    }

    /** Whether something may be sent there. */
    boolean mayBeAt(InetSocketAddress address) {
        return checks.isEmpty() || checks.get().isAllowed(address);
    }

    /** Ends it; does nothing the second time. */
    public void close() {
        close(RtcEnd.ENDED);
    }

    /** An authentic check has come. */
    void checked(StunMessage request, InetSocketAddress from) {
        heard();
        if (checks.isEmpty() && request.isFromControlled()) {
            send(StunWriter.roleConflict(request, local.password()), from);
            return;
        }
        send(StunWriter.success(request, from, local.password()), from);
        if (checks.isPresent()) {
            checks.get().found(from);
        } else if (path.isEmpty() || path.get().equals(from)) {
            use(from);
        } else if (request.nominates()) {
            newPath.ask(from);
        }
    }

    /** An authentic answer to a check has come. */
    void answered(StunMessage answer, InetSocketAddress from) {
        checks.ifPresent(its -> its.answered(answer, from));
        if (checks.isEmpty() && newPath.isProven(answer, from)) {
            heard();
            use(from);
        }
    }

    /** Packets go this way from now on. */
    void use(InetSocketAddress way) {
        path = Optional.of(way);
        if (state instanceof Checking && remote.setup() == SetupRole.PASSIVE) {
            handshake(way);
        }
    }

    /** The peer has answered something. */
    void heard() {
        heardNanos = endpoint.clock().nanoTime();
    }

    /** A datagram of DTLS has come from where an authentic check came from. */
    void dtls(byte[] datagram) {
        if (state instanceof Checking && ClientHello.isIn(datagram)) {
            path.ifPresent(this::handshake);
        }
        if (state instanceof Handshaking handshaking) {
            handshaking.handshake().received(datagram);
        } else if (state instanceof Connected connected
                && lateDatagrams.take(1)
                && !connected.connection().received(datagram)) {
            close(RtcEnd.PEER_LEFT);
        }
    }

    /** A datagram of SRTP or SRTCP has come from where an authentic check came from. */
    void media(byte[] datagram) {
        if (state instanceof Handshaking handshaking) {
            handshaking.early().add(datagram);
            return;
        }
        if (!(state instanceof Connected connected) || datagram.length < 2) {
            return;
        }
        int type = datagram[1] & 0x7F;
        if (type < FIRST_REPORT_TYPE || type > LAST_REPORT_TYPE) {
            connected.receiver().unprotect(datagram, datagram.length).ifPresent(packet -> {
                heard();
                listener.packet(packet);
            });
        } else if (reports.take(1)) {
            int length = connected.receiver().unprotectReport(datagram, datagram.length);
            if (length >= 0) {
                heard();
                listener.reports(RtcpReader.read(ByteBuffer.wrap(datagram, 0, length)));
            }
        }
    }

    void close(RtcEnd end) {
        if (isClosed()) {
            return;
        }
        RtcState before = state;
        if (before instanceof Handshaking handshaking) {
            handshaking.handshake().close();
            endpoint.handshakeOver(handshaking.address());
        } else if (before instanceof Connected connected) {
            connected.connection().close();
        }
        state = new Closed();
        endpoint.remove(this);
        listener.closed(end);
    }

    private void handshake(InetSocketAddress way) {
        AddressKey address = AddressKey.of(way.getAddress());
        if (!endpoint.handshakeBegins(address)) {
            return;
        }
        DatagramLoop loop = endpoint.loop();
        DtlsHandshake handshake = DtlsHandshake.start(
                endpoint.identity(),
                remote.setup() == SetupRole.PASSIVE,
                remote.fingerprint(),
                datagram -> loop.execute(() -> datagram(datagram, datagram.length)),
                connection -> loop.execute(() -> agreed(connection)),
                failure -> loop.execute(() -> close(RtcEnd.HANDSHAKE_FAILED)));
        state = new Handshaking(handshake, address, new EarlyMedia());
    }

    private void agreed(DtlsConnection connection) {
        if (!(state instanceof Handshaking handshaking)) {
            return;
        }
        endpoint.handshakeOver(handshaking.address());
        state = new Connected(
                connection,
                new SrtpSender(connection.keys().sending()),
                new SrtpReceiver(connection.keys().receiving()));
        listener.connected();
        handshaking.early().forEach(this::media);
    }

    private void checkSilenceLater() {
        Duration silence = endpoint.timeouts().silence();
        endpoint.loop().after(silence.dividedBy(CHECKS_OF_SILENCE), () -> {
            if (isClosed()) {
                return;
            }
            if (endpoint.clock().nanoTime() - heardNanos > silence.toNanos()) {
                close(RtcEnd.SILENT);
            } else {
                checkSilenceLater();
            }
        });
    }

    private void datagram(byte[] bytes, int length) {
        path.ifPresent(way -> endpoint.loop().send(bytes, length, way));
    }

    private void send(byte[] message, InetSocketAddress to) {
        endpoint.loop().send(message, message.length, to);
    }
}
