package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.amf.AmfWriter;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import dev.fanlight.relay.gateway.rtmp.RtmpTimeouts;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.LeakWatch;
import dev.fanlight.relay.testing.Memory;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of peers that send anything to the RTMP port, while a camera publishes there: its viewers notice nothing. */
@Soak
class RtmpAttackScenarioTest {

    private static final int SOCKETS = TestScale.of(120, 400);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private enum Attack {
        SILENCE,
        HTTP,
        RANDOM_BYTES,
        RANDOM_BYTES_BEHIND_THE_HANDSHAKE,
        LARGE_MESSAGE,
        CHUNK_SIZE_ZERO,
        CHUNK_SIZE_OF_2_GIB,
        BEGUN_MESSAGES,
        NESTED_VALUES,
        FLIPPED_BITS,
        MANY_COMMANDS,
        MEDIA_WITHOUT_A_KEY,
        WRONG_KEY,
        BROKEN_MEDIA_WITH_A_KEY
    }

    @TempDir
    private Path temp;

    private RtmpRelay rtmp;
    private final Random random = new Random(seed());
    private final FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv"));
    private TestRelay relay;
    private TestCamera camera;
    private String otherKey = "";

    private static long seed() {
        long seed = 202_611_303L;
        System.out.println("seed " + seed);
        return seed;
    }

    @BeforeEach
    void start() {
        RtmpTimeouts timeouts = new RtmpTimeouts(SHORT, RtmpTimeouts.STANDARD.silence(), Duration.ofMillis(200));
        rtmp = RtmpRelay.start(temp, timeouts);
        relay = rtmp.relay();
        camera = relay.invite("front");
        relay.invite("back");
        otherKey = rtmp.newKey("back");
    }

    @AfterEach
    void stop() {
        rtmp.close();
    }

    @Test
    void viewersOfACameraNoticeNothing() {
        SeenMedia seen = rtmp.watch(camera);
        List<RtmpPeer> attackers = new ArrayList<>();
        try (LeakWatch leaks = new LeakWatch();
                RtmpPeer publisher = rtmp.peer()) {
            publisher.published(rtmp.newKey("front"));
            long before = Memory.heapAfterCollection();
            long sent = 0;
            for (int i = 0; i < SOCKETS; i++) {
                Attack attack = Attack.values()[i % Attack.values().length];
                attackers.add(attack(attack, "127.0.1." + (1 + i % 200)));
                sent += publish(publisher, i);
            }
            System.out.println(
                    "heap of " + SOCKETS + " sockets: " + (Memory.heapAfterCollection() - before) / 1024 + " KiB");
            long frames = sent;
            Await.until(
                    frames + " frames have come",
                    () -> seen.headers(MediaKind.VIDEO).size() == frames);
            assertThat(seen.headers(MediaKind.VIDEO).stream().map(MediaHeader::sequence))
                    .isEqualTo(LongStream.range(0, frames).boxed().toList());
            Await.until("the others are gone", () -> rtmp.described().contains("connections=1,"));
            assertThat(leaks.leaks()).isEmpty();
        } finally {
            attackers.forEach(RtmpPeer::close);
        }
    }

    /** Sends the next tag of the clip, over and over, and gives how many frames of video that is. */
    private long publish(RtmpPeer publisher, int count) {
        int tags = clip.tags().size();
        FlvTag tag = clip.tags().get(count % tags);
        publisher.send(tag, count / tags * 500L + tag.timestampMillis());
        return tag.type() == FlvTagType.VIDEO && tag.body().get(1) != 0 ? 1 : 0;
    }

    private RtmpPeer attack(Attack attack, String from) {
        RtmpPeer peer = RtmpPeer.open(from, rtmp.port());
        try {
            send(attack, peer);
        } catch (UncheckedIOException e) {
            // The relay has closed already.
        }
        return peer;
    }

    private void send(Attack attack, RtmpPeer peer) {
        switch (attack) {
            case SILENCE -> {}
            case HTTP -> peer.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            case RANDOM_BYTES -> peer.write(bytes(1 + random.nextInt(5_000)));
            default -> {
                peer.greet();
                sendBehindTheHandshake(attack, peer);
            }
        }
    }

    private void sendBehindTheHandshake(Attack attack, RtmpPeer peer) {
        switch (attack) {
            case RANDOM_BYTES_BEHIND_THE_HANDSHAKE -> peer.write(bytes(5_000));
            case LARGE_MESSAGE -> peer.write(hex("03 000000 ffffff 14 00000000" + "00".repeat(128)));
            case CHUNK_SIZE_ZERO -> peer.write(hex("02 000000 000004 01 00000000 00000000"));
            case CHUNK_SIZE_OF_2_GIB ->
                peer.write(hex("02 000000 000004 01 00000000 7fffffff" + "03 000000 004000 14 00000000 02"));
            case BEGUN_MESSAGES -> {
                for (int id = 3; id < 63; id++) {
                    peer.write(hex(String.format("%02x 000000 000200 14 00000000", id) + "00".repeat(128)));
                }
            }
            case NESTED_VALUES -> peer.write(hex("03 000000 000050 14 00000000" + "0a00000001".repeat(16)));
            case FLIPPED_BITS -> {
                byte[] connect = AmfWriter.write(List.of(AmfValue.of("connect"), AmfValue.of(1)))
                        .array();
                connect[random.nextInt(connect.length)] ^= (byte) (1 << random.nextInt(8));
                peer.send(RtmpMessage.of(RtmpType.COMMAND, 0, ByteBuffer.wrap(connect)));
            }
            default -> {
                peer.connect("live");
                sendConnected(attack, peer);
            }
        }
    }

    private void sendConnected(Attack attack, RtmpPeer peer) {
        switch (attack) {
            case MANY_COMMANDS -> {
                for (int i = 0; i < 1_000; i++) {
                    peer.command("createStream", i, AmfValue.NULL);
                }
            }
            case MEDIA_WITHOUT_A_KEY -> {
                for (int i = 0; i < 20; i++) {
                    clip.tags().forEach(peer::send);
                }
            }
            case WRONG_KEY -> {
                peer.publish("wrong" + random.nextInt());
                clip.tags().forEach(peer::send);
            }
            case BROKEN_MEDIA_WITH_A_KEY -> {
                peer.publish(otherKey);
                clip.tags().forEach(tag -> peer.send(broken(tag)));
            }
            default -> throw new AssertionError(attack);
        }
    }

    private FlvTag broken(FlvTag tag) {
        byte[] body = new byte[tag.body().remaining()];
        tag.body().duplicate().get(body);
        for (int i = 0; i < 3 && body.length > 0; i++) {
            body[random.nextInt(Math.min(body.length, 40))] = (byte) random.nextInt();
        }
        return new FlvTag(tag.type(), tag.timestampMillis(), ByteBuffer.wrap(body));
    }

    private ByteBuffer bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
    }
}
