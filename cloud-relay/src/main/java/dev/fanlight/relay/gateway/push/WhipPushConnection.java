package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.srtp.ReceivedPacket;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.sdp.IceCandidate;
import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.LocalDescription;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.sdp.SdpException;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.outbound.TargetAddress;
import dev.fanlight.relay.webrtc.DatagramLoop;
import dev.fanlight.relay.webrtc.RtcEnd;
import dev.fanlight.relay.webrtc.RtcEndpoint;
import dev.fanlight.relay.webrtc.RtcListener;
import dev.fanlight.relay.webrtc.RtcPeer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection to a target by WHIP. As a link it is of the event loop; peer and sender are of the loop of the port, on which the methods of {@link
 * RtcListener} and {@link WhipSender.Listener} are called.
 */
final class WhipPushConnection implements PushLink, RtcListener, WhipSender.Listener {

    /** Messages that may wait for the loop of the port: 2 s of video and sound. */
    static final int MAX_WAITING = 160;

    private static final Duration REPORT = Duration.ofSeconds(1);

    private final PushConfig config;
    private final InetAddress address;
    private final WhipClient client;
    private final RtcEndpoint endpoint;
    private final GatewayContext relay;
    private final Executor loop;
    private final Listener listener;
    private final IceCredentials ice;
    private final WhipTracks offered;
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean closed;
    private Optional<String> session = Optional.empty();
    // Of the loop of the port.
    private Optional<RtcPeer> peer = Optional.empty();
    private Optional<WhipTracks> tracks = Optional.empty();
    private Optional<WhipSender> sender = Optional.empty();
    private boolean left;

    private WhipPushConnection(
            PushConfig config,
            InetAddress address,
            WhipServices services,
            GatewayContext relay,
            Executor loop,
            Listener listener) {
        this.config = config;
        this.address = address;
        this.client = services.client();
        this.endpoint = services.endpoint();
        this.relay = relay;
        this.loop = loop;
        this.listener = listener;
        Random random = services.random();
        this.ice = IceCredentials.next(random);
        this.offered = WhipTracks.offered(config.sound() != PushSound.NONE, random);
    }

    /** Sends the offer. */
    static WhipPushConnection start(
            PushConfig config,
            InetAddress address,
            WhipServices services,
            GatewayContext relay,
            Executor loop,
            Listener listener) {
        WhipPushConnection link = new WhipPushConnection(config, address, services, relay, loop, listener);
        String offer = new LocalDescription(
                        services.random().nextInt(Integer.MAX_VALUE),
                        link.ice,
                        false,
                        services.endpoint().identity().fingerprint(),
                        SetupRole.ACTPASS,
                        List.of(),
                        link.offered.media())
                .text();
        link.client
                .offer(config.target(), address, config.key(), offer)
                .onSuccess(answer -> loop.execute(() -> link.answered(answer)))
                .onFailure(e -> loop.execute(() -> link.end("" + e.getMessage())));
        return link;
    }

    @Override
    public void send(RtmpMessage message) {
        if (!closed) {
            waiting.incrementAndGet();
            portLoop().execute(() -> {
                if (sender.isPresent()) {
                    sender.get().add(message);
                } else {
                    taken(0);
                }
            });
        }
    }

    @Override
    public boolean isFull() {
        return waiting.get() >= MAX_WAITING;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.ifPresent(path -> client.end(config.target(), address, config.key(), path));
            portLoop().execute(this::leave);
        }
    }

    @Override
    public void connected() {
        if (left || peer.isEmpty() || tracks.isEmpty()) {
            return;
        }
        sender = Optional.of(
                new WhipSender(peer.get(), tracks.get(), portLoop(), relay.clock(), relay.wallClock(), this));
        reportLater();
        loop.execute(() -> {
            if (!closed) {
                listener.accepted(this, 0);
            }
        });
    }

    @Override
    public void packet(ReceivedPacket packet) {
        // A target sends no media.
    }

    @Override
    public void reports(List<RtcpEvent> events) {
        sender.ifPresent(its -> its.reports(events));
    }

    @Override
    public void closed(RtcEnd end) {
        String reason = switch (end) {
            case PEER_LEFT -> "the target has ended the session";
            case NOT_CONNECTED -> "no packets get through to the target by UDP";
            case SILENT -> "nothing comes from the target any more";
            case HANDSHAKE_FAILED -> "the target could not prove that it has answered";
            case ENDED -> "it was ended";
        };
        loop.execute(() -> end(reason));
    }

    @Override
    public void taken(int bytes) {
        int before = waiting.getAndDecrement();
        loop.execute(() -> {
            if (!closed) {
                listener.sent(bytes);
                if (before == MAX_WAITING) {
                    listener.drained();
                }
            }
        });
    }

    @Override
    public void keyFrameNeeded() {
        loop.execute(() -> {
            if (!closed) {
                listener.keyFrameNeeded();
            }
        });
    }

    @Override
    public void uncarried(String reason) {
        loop.execute(() -> end(reason));
    }

    private void answered(WhipClient.Answer answer) {
        session = answer.session();
        if (closed) {
            session.ifPresent(path -> client.end(config.target(), address, config.key(), path));
            return;
        }
        try {
            RemoteDescription remote = RemoteDescription.parse(answer.description());
            Optional<WhipTracks> taken = offered.taken(remote);
            List<InetSocketAddress> ways = ways(remote);
            if (taken.isEmpty()) {
                end("the target takes no H.264");
            } else if (ways.isEmpty()) {
                end("the target names no address that may be sent to");
            } else {
                portLoop().execute(() -> connect(remote, taken.get(), ways));
            }
        } catch (SdpException e) {
            end("its answer is no description: " + e.getMessage());
        }
    }

    /** The answer names addresses, too: into private networks nothing is sent that the settings do not allow. */
    private List<InetSocketAddress> ways(RemoteDescription remote) {
        return remote.candidates().stream()
                .map(IceCandidate::address)
                .filter(way -> TargetAddress.isAllowed(way.getAddress(), config.networks()))
                .toList();
    }

    private void connect(RemoteDescription remote, WhipTracks taken, List<InetSocketAddress> ways) {
        if (!left) {
            tracks = Optional.of(taken);
            peer = Optional.of(endpoint.connect(ice, remote, ways, this));
        }
    }

    private void leave() {
        left = true;
        sender.ifPresent(WhipSender::close);
        peer.ifPresent(RtcPeer::close);
    }

    private void reportLater() {
        portLoop().after(REPORT, () -> {
            if (!left) {
                sender.ifPresent(WhipSender::report);
                reportLater();
            }
        });
    }

    private DatagramLoop portLoop() {
        return endpoint.loop();
    }

    private void end(String reason) {
        if (!closed) {
            close();
            listener.closed(reason);
        }
    }
}
