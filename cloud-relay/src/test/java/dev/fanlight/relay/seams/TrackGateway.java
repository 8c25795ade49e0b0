package dev.fanlight.relay.seams;

import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.WatchGate.Admission;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.AddedRoute;
import dev.fanlight.relay.http.route.Responses;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** A track over chunked HTTP at {@code /track/{camera}/{name}?key=…}: H.264 and H.265 as Annex B, other packets behind a u16 length. */
final class TrackGateway implements Gateway {
    private final GatewayContext relay;

    TrackGateway(GatewayContext relay) {
        this.relay = relay;
        relay.routes().add(new AddedRoute(HttpMethod.GET, "/track/{camera}/{name}", this::answer));
    }

    @Override
    public String name() {
        return "track-gateway";
    }

    @Override
    public void start() {}

    @Override
    public void stop(Duration limit) {}

    private void answer(RoutingContext request, ConnectionWatch watch) {
        Credentials credentials =
                Credentials.NONE.withKey(request.queryParam("key").stream().findFirst());
        AddressKey address = AddressKey.of(relay.clients().of(request.request()).address());
        relay.worker()
                .executeBlocking(
                        () -> relay.watchGate().admit(request.pathParam("camera"), credentials, address), false)
                .onSuccess(admission -> serve(request, admission))
                .onFailure(request::fail);
    }

    private void serve(RoutingContext request, Admission admission) {
        if (!(admission instanceof Admitted admitted)) {
            Responses.notFound(request);
            return;
        }
        Optional<LiveStream> stream =
                relay.streams().open(admitted.camera(), admitted.access().pause());
        if (stream.isEmpty() || request.response().closed()) {
            admitted.close();
            return;
        }
        new Response(request, stream.get(), admitted).start();
    }

    /** One response that is being sent. On the event loop of its connection. */
    private final class Response {

        private final HttpServerResponse response;
        private final String trackName;
        private final Admitted admitted;
        private final QueuedReader reader;
        private Optional<Track> track = Optional.empty();

        Response(RoutingContext request, LiveStream stream, Admitted admitted) {
            this.response = request.response().setChunked(true);
            this.trackName = request.pathParam("name");
            this.admitted = admitted;
            Context loop = relay.vertx().getOrCreateContext();
            this.reader = QueuedReader.open(
                    stream,
                    ReaderKind.VIEWER,
                    ReaderLimits.LIVE,
                    relay.clock(),
                    relay.counters(),
                    () -> loop.runOnContext(ignored -> drain()));
        }

        void start() {
            response.closeHandler(ignored -> {
                reader.close();
                admitted.close();
            });
            response.drainHandler(ignored -> drain());
            drain();
        }

        private void drain() {
            while (!response.closed() && !response.writeQueueFull()) {
                Optional<ReaderEvent> next = reader.poll();
                if (next.isEmpty()) {
                    return;
                }
                handle(next.get());
            }
        }

        private void handle(ReaderEvent event) {
            if (event instanceof ReaderEvent.Tracks tracks) {
                track = tracks.tracks().tracks().stream()
                        .filter(any -> any.name().equals(trackName))
                        .findFirst();
            } else if (event instanceof ReaderEvent.Frame next) {
                track.filter(its -> its.id() == next.frame().track()).ifPresent(its -> send(its, next.frame()));
                next.frame().release();
            } else if (event instanceof ReaderEvent.End) {
                var unused = response.end();
            }
        }

        private void send(Track its, IndexedFrame frame) {
            ByteBuffer payload = frame.frame().payload();
            try {
                var unused = response.write(
                        its.config() instanceof NalConfig config
                                ? Buffer.buffer(AvccPayload.toAnnexB(config.parameterSets(), frame.isKey(), payload)
                                        .array())
                                : packet(payload));
            } catch (BitstreamException e) {
                relay.errors().warn("A gateway was given an access unit that is broken");
            }
        }

        private static Buffer packet(ByteBuffer payload) {
            byte[] bytes = new byte[payload.remaining()];
            payload.get(bytes);
            return Buffer.buffer().appendUnsignedShort(bytes.length).appendBytes(bytes);
        }
    }
}
