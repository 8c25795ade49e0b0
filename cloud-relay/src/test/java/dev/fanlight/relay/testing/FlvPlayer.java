package dev.fanlight.relay.testing;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A player that takes FLV by HTTP and keeps all that it says. */
public final class FlvPlayer implements AutoCloseable {

    public final HttpResponse<InputStream> response;
    public final List<FlvTag> tags = new CopyOnWriteArrayList<>();
    public final List<FlvEvent> events = new CopyOnWriteArrayList<>();
    private final FlvStreamReader stream = new FlvStreamReader();
    private final FlvReader reader = new FlvReader();
    private volatile int flags = -1;
    private volatile boolean ended;

    private FlvPlayer(HttpResponse<InputStream> response) {
        this.response = response;
        Thread thread = new Thread(this::read, "flv-player");
        thread.setDaemon(true);
        if (response.statusCode() == 200) {
            thread.start();
        }
    }

    /** A relay that serves FLV. */
    public static TestRelay relay(Path state) {
        return relay(state, RelayTimeouts.STANDARD);
    }

    /** A relay that serves FLV, with other timeouts than the standard ones. */
    public static TestRelay relay(Path state, RelayTimeouts timeouts) {
        return TestRelay.start(state, timeouts, gateways());
    }

    /** The gateway of FLV, as settings turn it on. */
    public static List<GatewayFactory> gateways() {
        return RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                .overrides(Map.of("gateways.flv.type", "http_flv"))
                .read());
    }

    public static FlvPlayer open(TestRelay relay, String camera, String query, String... headers)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + relay.plainPort() + "/live/" + camera + ".flv" + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new FlvPlayer(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()));
    }

    /** The flags in the header of the stream, once it has come. */
    public int flags() {
        Await.until("the header of the stream has come", () -> flags >= 0);
        return flags;
    }

    public List<AccessUnit> units(MediaKind kind) {
        return events.stream()
                .filter(FlvEvent.Unit.class::isInstance)
                .map(event -> ((FlvEvent.Unit) event).unit())
                .filter(unit -> unit.kind() == kind)
                .toList();
    }

    public void expectUnits(MediaKind kind, int count) {
        Await.until(count + " units of " + kind, () -> units(kind).size() >= count);
    }

    public boolean hasEnded() {
        return ended;
    }

    private void read() {
        byte[] piece = new byte[8_192];
        try (InputStream in = response.body()) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                if (flags < 0 && count > 4) {
                    flags = piece[4];
                }
                take(stream.read(ByteBuffer.wrap(piece, 0, count)));
            }
        } catch (IOException e) {
            // The connection was closed in the middle of a chunk, which is an end, too.
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        } finally {
            ended = true;
        }
    }

    private void take(List<FlvTag> read) throws BitstreamException {
        for (FlvTag tag : read) {
            tags.add(tag);
            events.addAll(reader.read(tag.type(), tag.timestampMillis(), tag.body()));
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
