package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.protocol.rtsp.RtspRequest;
import dev.fanlight.protocol.rtsp.RtspResponse;
import dev.fanlight.protocol.rtsp.RtspStatus;
import dev.fanlight.relay.gateway.rtsp.RtspState.Described;
import dev.fanlight.relay.gateway.rtsp.RtspState.Open;
import dev.fanlight.relay.gateway.rtsp.RtspState.Playing;
import dev.fanlight.relay.gateway.tcp.PacedReader;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import dev.fanlight.relay.stream.ReaderKind;
import java.util.Optional;

/** Answers the requests of one connection. Event loop only. */
final class RtspMethods {

    private static final String VERSION = "RTSP/1.0";
    private static final String KNOWN = "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER";
    private static final String SESSION = "Session";
    private static final int MAX_ECHO = 100;

    private final RtspSession session;
    private final TcpSocket socket;
    private final RtspServices services;
    private final DescribeRequest describing;
    private final TransportChoice transports;

    RtspMethods(RtspSession session, TcpSocket socket, RtspServices services) {
        this.session = session;
        this.socket = socket;
        this.services = services;
        this.describing = new DescribeRequest(session, socket, services);
        this.transports = new TransportChoice(socket, services.udp());
    }

    /** Takes a request. */
    void take(RtspRequest request) {
        Optional<RtspResponse> refusal = refusal(request);
        if (refusal.isPresent()) {
            session.answer(request, refusal.get());
            return;
        }
        switch (request.method()) {
            case "OPTIONS" -> session.answer(request, RtspResponse.ok().with("Public", KNOWN));
            case "DESCRIBE" -> describe(request);
            case "SETUP" -> session.answer(request, setUp(request));
            case "PLAY" -> play(request);
            case "PAUSE" -> session.answer(request, pause());
            case "GET_PARAMETER" -> session.answer(request, inSession(RtspResponse.ok()));
            case "TEARDOWN" -> session.end(request, RtspResponse.ok());
            default ->
                session.answer(
                        request,
                        RtspResponse.of(RtspStatus.METHOD_NOT_ALLOWED, "There is no such method here.")
                                .with("Allow", KNOWN));
        }
    }

    private Optional<RtspResponse> refusal(RtspRequest request) {
        if (!request.version().equals(VERSION)) {
            return Optional.of(RtspResponse.of(RtspStatus.VERSION_NOT_SUPPORTED, "This is a server of RTSP 1.0."));
        }
        if (request.sequence().isEmpty()) {
            return Optional.of(RtspResponse.of(RtspStatus.BAD_REQUEST, "A request needs CSeq, a number."));
        }
        Optional<String> required = request.header("Require");
        if (required.isPresent()) {
            return Optional.of(RtspResponse.of(RtspStatus.OPTION_NOT_SUPPORTED, "There are no extensions here.")
                    .with("Unsupported", shortened(required.get())));
        }
        Optional<String> named = request.header(SESSION).map(value -> value.split(";", 2)[0].strip());
        if (named.isPresent() && !named.equals(media().map(RtspMedia::session))) {
            return Optional.of(RtspResponse.of(RtspStatus.SESSION_NOT_FOUND, "There is no such session here."));
        }
        return Optional.empty();
    }

    /** What a peer sent is not sent back in any length. */
    private static String shortened(String value) {
        return value.substring(0, Math.min(value.length(), MAX_ECHO));
    }

    private void describe(RtspRequest request) {
        if (session.state() instanceof Open) {
            describing.begin(request);
        } else {
            session.answer(request, notNow("A connection has one stream, so DESCRIBE comes once."));
        }
    }

    private RtspResponse setUp(RtspRequest request) {
        if (!(session.state() instanceof Described described)) {
            return notNow("SETUP comes after DESCRIBE and before PLAY.");
        }
        Optional<RtspTrack> track = described.media().track(request.uri());
        if (track.isEmpty()) {
            return RtspResponse.of(RtspStatus.NOT_FOUND, "There is no such track.");
        }
        Optional<PacketOutput> output =
                transports.choose(described.media(), request.header("Transport").orElse(""));
        if (output.isEmpty()) {
            return RtspResponse.of(RtspStatus.UNSUPPORTED_TRANSPORT, transports.offer());
        }
        track.get().setUp(output.get());
        return inSession(RtspResponse.ok().with("Transport", output.get().transport()));
    }

    private void play(RtspRequest request) {
        if (session.state() instanceof Playing) {
            session.answer(request, inSession(RtspResponse.ok()));
            return;
        }
        if (!(session.state() instanceof Described described)
                || !described.media().isSetUp()) {
            session.answer(request, notNow("PLAY comes after SETUP."));
            return;
        }
        RtspMedia media = described.media();
        session.answer(
                request, inSession(RtspResponse.ok().with("Range", "npt=now-").with("RTP-Info", media.position())));
        PacedReader reader = PacedReader.start(
                socket,
                services.relay(),
                media.stream(),
                services.timeouts().silence(),
                new RtspPlayer(session, media, services.relay()),
                ReaderKind.RTSP);
        services.players().incrementAndGet();
        session.enter(new Playing(media, reader));
    }

    private RtspResponse pause() {
        if (!(session.state() instanceof Playing playing)) {
            return notNow("PAUSE comes after PLAY.");
        }
        session.stopPlaying();
        session.enter(new Described(playing.media()));
        return inSession(RtspResponse.ok());
    }

    private RtspResponse inSession(RtspResponse response) {
        long idle = services.timeouts().idle().toSeconds();
        return media().filter(RtspMedia::isSetUp)
                .map(media -> response.with(SESSION, media.session() + ";timeout=" + idle))
                .orElse(response);
    }

    private Optional<RtspMedia> media() {
        if (session.state() instanceof Described described) {
            return Optional.of(described.media());
        }
        return session.state() instanceof Playing playing ? Optional.of(playing.media()) : Optional.empty();
    }

    private static RtspResponse notNow(String sentence) {
        return RtspResponse.of(RtspStatus.METHOD_NOT_VALID, sentence);
    }
}
