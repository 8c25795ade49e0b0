package dev.fanlight.relay.seams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.H264Nal;
import dev.fanlight.media.H265Nal;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.ingest.PublishEnd;
import dev.fanlight.relay.ingest.PublishSession;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A protocol that publishes and one that reads are each one class: H.264, H.265 and Opus pass from one to the other complete. */
@StartsProcesses
class SeamsScenarioTest {

    private static final int FRAMES = 50;
    private static final int PACKETS_PER_FRAME = 2;

    @TempDir
    private Path temp;

    private final AtomicReference<GatewayContext> context = new AtomicReference<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestRelay relay;
    private TestCamera camera;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"), List.of(given -> {
            context.set(given);
            return new TrackGateway(given);
        }));
        camera = relay.invite("front");
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void anAnnexBFileIsPublishedWithAKeyAndReadByFfprobeAtTheGateway() throws Exception {
        Path file = encode("libx264", "clip.h264", "keyint=25:slices=1:bframes=0");
        FilePublisher publisher = publisher(file, new H264Nal(), List.of());
        PublishSession session = publisher.publish(newKey()).get();
        var opened = open("main");
        sendAll(publisher, session, 1);
        try (InputStream body = opened.get().body()) {
            Path received = receive(body, "received.h264", annexBBytes(publisher));
            assertThat(probe(received)).isEqualTo(probe(file)).contains("h264", "nb_read_frames=" + FRAMES);
        }
    }

    @Test
    void hevcWithOpusArrivesCompleteAtAViewerAndAtTheGateway() throws Exception {
        Path file = encode("libx265", "clip.h265", "keyint=25:slices=1:bframes=0:log-level=none");
        FilePublisher publisher = publisher(file, new H265Nal(1), List.of(new byte[] {1, 2, 3}, new byte[] {4, 5}));
        PublishSession session = publisher.publish(newKey()).get();
        List<MediaHeader> headers = new CopyOnWriteArrayList<>();
        List<ByteBuffer> payloads = new CopyOnWriteArrayList<>();
        TestViewer viewer = relay.viewer();
        viewer.onFrame((header, message) -> {
            headers.add(header);
            payloads.add(ByteBuffer.wrap(message, MediaHeader.BYTES, message.length - MediaHeader.BYTES)
                    .slice());
        });
        relay.watching(camera, viewer);
        var openedVideo = open("main");
        var openedSound = open("audio");
        sendAll(publisher, session, 3);
        try (InputStream video = openedVideo.get().body();
                InputStream sound = openedSound.get().body()) {
            Path received = receive(video, "received.h265", annexBBytes(publisher));
            assertThat(probe(received)).isEqualTo(probe(file)).contains("hevc", "nb_read_frames=" + FRAMES);

            DataInputStream packets = new DataInputStream(sound);
            for (int i = 0; i < FRAMES; i++) {
                assertThat(packet(packets)).containsExactly(1, 2, 3);
                assertThat(packet(packets)).containsExactly(4, 5);
            }
        }
        Await.until("all has arrived", () -> headers.size() == FRAMES * (1 + PACKETS_PER_FRAME));
        assertThat(headers.stream().filter(header -> header.kind() == MediaKind.AUDIO))
                .hasSize(FRAMES * PACKETS_PER_FRAME)
                .extracting(MediaHeader::sequence)
                .isSorted();
        List<ByteBuffer> frames = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).kind() == MediaKind.VIDEO) {
                frames.add(payloads.get(i));
            }
        }
        assertThat(frames)
                .isEqualTo(publisher.units.stream()
                        .map(unit -> unit.payload().bytes())
                        .toList());
    }

    @Test
    void aRevokedPublishKeyEndsItsPublisher() throws Exception {
        Path file = encode("libx264", "clip.h264", "keyint=25:slices=1:bframes=0");
        FilePublisher publisher = publisher(file, new H264Nal(), List.of());
        JsonObject key = created();
        publisher.publish(key.getString("key")).get();
        relay.host()
                .delete("/cameras/front/publish-keys/" + key.getString("id"))
                .expect(204);
        assertThat(publisher.end.get()).isEqualTo(PublishEnd.REVOKED);
    }

    private FilePublisher publisher(Path file, NalCodec codec, List<byte[]> packets) throws Exception {
        return new FilePublisher(context.get(), file, codec, packets);
    }

    private String newKey() {
        return created().getString("key");
    }

    private JsonObject created() {
        return relay.host()
                .post("/cameras/front/publish-keys", new JsonObject())
                .expect(201)
                .json();
    }

    private static void sendAll(FilePublisher publisher, PublishSession session, int readers) {
        Await.until("the readers are there", () -> publisher.demand.get().readers() == readers);
        for (int i = 0; i < FRAMES; i++) {
            publisher.send(session, i);
        }
    }

    private CompletableFuture<HttpResponse<InputStream>> open(String track) {
        URI uri = URI.create(
                "http://localhost:" + relay.plainPort() + "/track/front/" + track + "?key=" + camera.watchKey());
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
    }

    private Path receive(InputStream body, String name, long size) throws IOException {
        Path file = temp.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; ) {
                byte[] read = body.readNBytes((int) Math.min(left, 8_192));
                out.write(read);
                left -= read.length;
            }
        }
        return file;
    }

    /** What the gateway sends: slices behind start codes of four bytes, in front of key frames the parameter sets. */
    private static long annexBBytes(FilePublisher publisher) {
        return publisher.units.stream()
                .mapToLong(unit ->
                        unit.size() + (unit.key() ? NalUnits.prefixedSize(publisher.config.parameterSets()) : 0))
                .sum();
    }

    private static byte[] packet(DataInputStream packets) throws IOException {
        return packets.readNBytes(packets.readUnsignedShort());
    }

    private Path encode(String encoder, String name, String parameters) throws Exception {
        Path file = temp.resolve(name);
        String option = encoder.equals("libx264") ? "-x264-params" : "-x265-params";
        run(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=25",
                "-frames:v",
                "" + FRAMES,
                "-c:v",
                encoder,
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                option,
                parameters,
                file.toString());
        return file;
    }

    private String probe(Path file) throws Exception {
        return run(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-show_entries",
                "stream=codec_name,width,height,nb_read_frames",
                "-of",
                "default=noprint_wrappers=1",
                file.toString());
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
