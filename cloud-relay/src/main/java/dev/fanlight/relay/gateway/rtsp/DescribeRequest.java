package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.rtsp.RtspRequest;
import dev.fanlight.protocol.rtsp.RtspResponse;
import dev.fanlight.protocol.rtsp.RtspStatus;
import dev.fanlight.protocol.rtsp.SessionDescription;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.gateway.TracksWait;
import dev.fanlight.relay.gateway.UncarriedVideo;
import dev.fanlight.relay.gateway.rtsp.RtspState.Checking;
import dev.fanlight.relay.gateway.rtsp.RtspState.Described;
import dev.fanlight.relay.gateway.tcp.PlayAuthorization;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.ReaderKind;
import java.util.Optional;

/** Admits the peer of one connection as a viewer and describes the camera to it, or refuses it. Event loop only. */
final class DescribeRequest {

    private static final String CHALLENGE = "Basic realm=\"Key of a link as the password\", charset=\"UTF-8\"";

    private final RtspSession session;
    private final TcpSocket socket;
    private final RtspServices services;

    DescribeRequest(RtspSession session, TcpSocket socket, RtspServices services) {
        this.session = session;
        this.socket = socket;
        this.services = services;
    }

    /** Checks what a request shows. */
    void begin(RtspRequest request) {
        RtspCredentials shown = RtspCredentials.of(request);
        session.check();
        GatewayContext relay = services.relay();
        relay.worker()
                .executeBlocking(
                        () -> relay.watchGate()
                                .admit(shown.camera(), shown.credentials(), AddressKey.of(socket.address())),
                        false)
                .onComplete(decision -> decided(decision, request, shown), e -> {
                    relay.errors().failure("A viewer could not be checked", e);
                    refuse(request, RtspStatus.INTERNAL_ERROR, "The relay could not check the key. Try again.");
                });
    }

    private void decided(WatchGate.Admission decision, RtspRequest request, RtspCredentials shown) {
        if (decision instanceof WatchGate.Admitted admitted) {
            open(admitted, request, shown);
            return;
        }
        switch (((WatchGate.Refused) decision).reason()) {
            case NOT_FOUND, BANNED -> notFound(request, shown);
            case RATE_LIMITED -> refuse(request, RtspStatus.FORBIDDEN, "Too many wrong keys. Try again later.");
            case RELAY_FULL -> refuse(request, RtspStatus.NOT_ENOUGH_BANDWIDTH, PlayerRefusals.RELAY_FULL);
            case LINK_FULL -> refuse(request, RtspStatus.NOT_ENOUGH_BANDWIDTH, PlayerRefusals.LINK_FULL);
        }
    }

    private void open(WatchGate.Admitted admitted, RtspRequest request, RtspCredentials shown) {
        Optional<LiveStream> stream = services.relay().playableStreams().open(admitted.access());
        if (stream.isEmpty() || !(session.state() instanceof Checking)) {
            admitted.close();
            refuse(request, RtspStatus.UNAVAILABLE, "The relay has too many streams.");
            return;
        }
        socket.onClosed(admitted::close);
        services.connections().admitted(socket);
        PlayAuthorization.monitor(socket, services.relay(), admitted, "rtsp", shown.credentials(), session::cut);
        TracksWait wait = new TracksWait(
                services.relay(),
                stream.get(),
                ReaderKind.RTSP,
                socket::execute,
                socket::after,
                services.timeouts().tracks(),
                false,
                tracks -> describe(request, shown.address(), admitted.camera().toString(), stream.get(), tracks));
        socket.onClosed(wait::close);
    }

    private void describe(
            RtspRequest request, String address, String camera, LiveStream stream, Optional<TrackSet> tracks) {
        if (tracks.isEmpty()) {
            session.end(
                    request, RtspResponse.of(RtspStatus.UNAVAILABLE, "The camera is not there now. Try again later."));
            return;
        }
        RtspMedia media = RtspMedia.of(address, camera, stream, tracks.get(), services.random());
        boolean withoutVideo = UncarriedVideo.isVideo(tracks.get())
                && media.tracks().stream().noneMatch(track -> track.format().kind() == MediaKind.VIDEO);
        if (media.tracks().isEmpty() || withoutVideo) {
            String sentence = UncarriedVideo.sentence("RTSP", tracks.get());
            session.end(request, RtspResponse.of(RtspStatus.UNSUPPORTED_MEDIA, sentence));
            return;
        }
        session.enter(new Described(media));
        session.answer(
                request,
                RtspResponse.ok()
                        .with("Content-Base", address + "/")
                        .with("Cache-Control", "no-store")
                        .withBody(
                                SessionDescription.MEDIA_TYPE,
                                media.description(services.random().nextInt(Integer.MAX_VALUE))));
        session.proceed();
    }

    private void notFound(RtspRequest request, RtspCredentials shown) {
        if (shown.byPassword()) {
            RtspResponse challenge = RtspResponse.of(
                            RtspStatus.UNAUTHORIZED, "The key of a link to this camera is missing or not valid.")
                    .with("WWW-Authenticate", CHALLENGE);
            session.refuse(request, challenge);
        } else {
            refuse(request, RtspStatus.NOT_FOUND, "There is no such camera, or the key is not valid for it.");
        }
    }

    private void refuse(RtspRequest request, RtspStatus status, String sentence) {
        session.refuse(request, RtspResponse.of(status, sentence));
    }
}
