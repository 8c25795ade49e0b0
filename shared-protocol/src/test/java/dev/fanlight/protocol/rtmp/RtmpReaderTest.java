package dev.fanlight.protocol.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtmpReaderTest {

    private static final List<RtmpType> MEDIA = List.of(RtmpType.AUDIO, RtmpType.VIDEO, RtmpType.DATA);
    private static final int[] IDS = {2, 3, 63, 64, 319, 320, 65_599};

    private final Random random = new Random(seed());

    private static long seed() {
        long seed = 202_611_302L;
        System.out.println("seed " + seed);
        return seed;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messagesInChunksOfAllFormatsAreReadWhateverThePieces(boolean repeatsExtendedTimes) throws BitstreamException {
        for (int round = 0; round < 60; round++) {
            PeerChunks peer = new PeerChunks(repeatsExtendedTimes);
            List<RtmpMessage> sent = new ArrayList<>();
            long time = random.nextBoolean() ? 0 : 0xFFFFFFL - 200;
            for (int i = 0; i < 40; i++) {
                if (random.nextInt(8) == 0) {
                    peer.chunkSize(1 + random.nextInt(300));
                }
                time += random.nextInt(3) * 20L;
                RtmpMessage message = message(time, random.nextInt(3) == 0 ? 100 : random.nextInt(700));
                peer.message(IDS[random.nextInt(IDS.length)], message);
                sent.add(message);
            }
            assertThat(read(peer.bytes(), 1)).isEqualTo(sent);
            assertThat(read(peer.bytes(), 1 + random.nextInt(500))).isEqualTo(sent);
            assertThat(read(peer.bytes(), peer.bytes().length)).isEqualTo(sent);
        }
    }

    @Test
    void messagesOfSeveralChunkStreamsMayBeInterleaved() throws BitstreamException {
        PeerChunks peer = new PeerChunks(true);
        RtmpMessage video = message(40, 300);
        RtmpMessage sound = message(50, 100);
        peer.begin(6, 0, video);
        peer.message(4, sound);
        peer.carryOn(6, 128);
        peer.carryOn(6, 256);
        assertThat(read(peer.bytes(), 7)).containsExactly(sound, video);
    }

    @Test
    void aMessageWithoutAHeaderOfItsOwnFollowsAtTheSameDistance() throws BitstreamException {
        PeerChunks peer = new PeerChunks(true);
        peer.message(4, 0, message(1_000, 10));
        peer.message(4, 1, message(1_040, 10));
        peer.message(4, 3, message(0, 10));
        assertThat(read(peer.bytes(), 3)).extracting(RtmpMessage::timestamp).containsExactly(1_000L, 1_040L, 1_080L);
    }

    @Test
    void theWholeTimeMayBeRepeatedWhereTheHeaderHadADistance() throws BitstreamException {
        byte[] body = bytes(200);
        PeerChunks peer = new PeerChunks(false);
        peer.message(4, 0, message(5, 1));
        String header = "44 ffffff 0000c8 09 01000000".replace(" ", "");
        byte[] chunks = concat(
                peer.bytes(),
                HexFormat.of().parseHex(header),
                Arrays.copyOf(body, 128),
                HexFormat.of().parseHex("c4 01000005".replace(" ", "")),
                Arrays.copyOfRange(body, 128, 200));
        RtmpMessage read = read(chunks, 5).get(1);
        assertThat(read.timestamp()).isEqualTo(0x0100_0005L);
        assertThat(read.body()).isEqualTo(ByteBuffer.wrap(body));
    }

    @Test
    void anAbortedMessageIsDroppedAndItsChunkStreamGoesOn() throws BitstreamException {
        PeerChunks peer = new PeerChunks(true);
        RtmpMessage next = message(80, 20);
        peer.begin(6, 0, message(40, 300));
        peer.message(2, RtmpMessage.of(RtmpType.ABORT, 0, ControlBody.of(6)));
        peer.message(6, 0, next);
        assertThat(read(peer.bytes(), 1)).containsExactly(next);
    }

    @Test
    void whatIsOverALimitIsRefusedBeforeItComes() {
        assertRefused("03 000000 004001 14 00000000", "16385 bytes");
        assertRefused("03 000000 ffffff 14 00000000", "16777215 bytes");
        assertRefused("c3", "refers to one before");
        assertRefused("83 000000", "refers to one before");
        assertRefused("02 000000 000004 01 00000000 00000000", "at least one byte");
        assertRefused("02 000000 000003 01 00000000 000000", "cut off");
        assertRefused(
                "03 000000 000100 14 00000000" + "00".repeat(128) + "03 000000 000100 14 00000000", "begins before");
        StringBuilder streams = new StringBuilder();
        for (int id = 3; id < 3 + RtmpLimits.MAX_CHUNK_STREAMS + 1; id++) {
            streams.append(String.format("%02x 000000 000000 ff 00000000", id));
        }
        assertRefused(streams.toString(), "at most 32 chunk streams");
        StringBuilder begun = new StringBuilder();
        for (int id = 3; id < 6; id++) {
            begun.append(String.format("%02x 000000 004000 14 00000000", id)).append("00".repeat(128));
        }
        assertRefused(begun.toString(), "too many large messages");
    }

    @Test
    void aPublisherThatWasAdmittedMaySendLargeMessages() throws BitstreamException {
        RtmpReader reader = new RtmpReader();
        reader.allowMedia();
        PeerChunks peer = new PeerChunks(true);
        peer.chunkSize(60_000);
        peer.message(6, message(0, RtmpLimits.MAX_MESSAGE_BYTES));
        assertThat(reader.next(ByteBuffer.wrap(peer.bytes()))
                        .orElseThrow()
                        .body()
                        .remaining())
                .isEqualTo(RtmpLimits.MAX_MESSAGE_BYTES);
    }

    @Test
    void acknowledgementsComeTwiceInAWindow() throws BitstreamException {
        RtmpReader reader = new RtmpReader();
        PeerChunks peer = new PeerChunks(true);
        peer.message(2, RtmpMessage.of(RtmpType.WINDOW_SIZE, 0, ControlBody.of(1)));
        for (int i = 0; i < 40; i++) {
            peer.message(6, 0, message(i, 4_000));
        }
        ByteBuffer in = ByteBuffer.wrap(peer.bytes());
        List<Integer> acknowledged = new ArrayList<>();
        while (reader.next(in).isPresent()) {
            Optional<RtmpMessage> due = reader.acknowledgement();
            due.ifPresent(message -> acknowledged.add(message.body().getInt()));
            assertThat(due.isPresent())
                    .isEqualTo(!acknowledged.isEmpty() && acknowledged.get(acknowledged.size() - 1) == in.position());
        }
        assertThat(acknowledged).hasSize(peer.bytes().length / (RtmpLimits.MIN_WINDOW_BYTES / 2));
    }

    @Test
    void anAggregateMessageIsTakenApart() throws BitstreamException {
        String tags = "08 000002 000064 00 000000 af01 0000000d"
                + "09 000001 00006e 00 000000 17 0000000c"
                + "05 000001 00006e 00 000000 00 0000000c"
                + "09 000001 000078 00 000000 27 0000000c";
        ByteBuffer body = ByteBuffer.wrap(HexFormat.of().parseHex(tags.replace(" ", "")));
        PeerChunks peer = new PeerChunks(true);
        peer.message(6, new RtmpMessage(RtmpType.AGGREGATE, 1, 5_000, body));
        List<RtmpMessage> read = read(peer.bytes(), 1);
        assertThat(read).extracting(RtmpMessage::timestamp).containsExactly(5_000L, 5_010L, 5_020L);
        assertThat(read).extracting(RtmpMessage::type).containsExactly(RtmpType.AUDIO, RtmpType.VIDEO, RtmpType.VIDEO);
        assertThat(read.get(2).body()).isEqualTo(ByteBuffer.wrap(new byte[] {0x27}));
    }

    @Test
    void brokenAggregateMessagesAreRefused() {
        assertRefused("06 000000 00000c 16 01000000" + "09 000002 000000 00 000000 17", "cut off");
        String many = "09 000000 000000 00 000000 0000000b".repeat(RtmpLimits.MAX_AGGREGATED + 1);
        PeerChunks peer = new PeerChunks(true);
        peer.message(
                6,
                RtmpMessage.of(
                        RtmpType.AGGREGATE, 1, ByteBuffer.wrap(HexFormat.of().parseHex(many.replace(" ", "")))));
        assertThatThrownBy(() -> read(peer.bytes(), 100)).hasMessageContaining("more than 256");
    }

    private void assertRefused(String hex, String reason) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThatThrownBy(() -> read(bytes, 1))
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining(reason);
    }

    /** Reads pieces of 1 to {@code longest} bytes. */
    private List<RtmpMessage> read(byte[] bytes, int longest) throws BitstreamException {
        RtmpReader reader = new RtmpReader();
        List<RtmpMessage> messages = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(longest));
            ByteBuffer piece = ByteBuffer.wrap(bytes, at, count);
            for (Optional<RtmpMessage> next = reader.next(piece); next.isPresent(); next = reader.next(piece)) {
                messages.add(next.get());
            }
            assertThat(piece.hasRemaining()).isFalse();
            at += count;
        }
        return messages;
    }

    private RtmpMessage message(long time, int size) {
        RtmpType type = MEDIA.get(random.nextInt(MEDIA.size()));
        return new RtmpMessage(type, 1, time, ByteBuffer.wrap(bytes(size)));
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
