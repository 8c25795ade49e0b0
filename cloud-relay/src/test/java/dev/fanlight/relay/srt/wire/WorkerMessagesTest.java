package dev.fanlight.relay.srt.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The relay and its SRT process understand each other, and survive each other. */
class WorkerMessagesTest {

    private static final int LENGTH_AT = 1;

    static Stream<WorkerCommand> commands() throws IOException {
        InetAddress v6 = InetAddress.getByName("2001:db8::1");
        InetAddress v4 = InetAddress.getByName("192.0.2.1");
        return Stream.of(
                new WorkerCommand.Listen(1, v6, 8890, 120),
                new WorkerCommand.Allow(2, "passphrase"),
                new WorkerCommand.Allow(2, ""),
                new WorkerCommand.Refuse(3, 1401),
                new WorkerCommand.Grant(4, 70_000),
                new WorkerCommand.Join(5, 6),
                new WorkerCommand.Send(7, true, ByteBuffer.wrap(new byte[PipeLimits.MAX_MEDIA_BYTES])),
                new WorkerCommand.Call(-8, v4, 9000, 200, "äöü", "x".repeat(79)),
                new WorkerCommand.Close(9),
                new WorkerCommand.Ping(10));
    }

    static Stream<WorkerEvent> events() throws IOException {
        return Stream.of(
                new WorkerEvent.Ready("1.5.1"),
                new WorkerEvent.Unusable("There is no libsrt."),
                new WorkerEvent.Listening(1, ""),
                new WorkerEvent.Asked(2, 1, InetAddress.getByAddress(new byte[16]), "publish:front:abcdefgh"),
                new WorkerEvent.Opened(3, 2),
                new WorkerEvent.Data(3, ByteBuffer.wrap(new byte[] {1, 2, 3})),
                new WorkerEvent.Closed(3, "gone"),
                new WorkerEvent.Skipped(3),
                new WorkerEvent.Pong(10));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandArrivesAsItWasSent(WorkerCommand command) throws IOException {
        assertThat(stream(command.message()).command()).isEqualTo(command);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventArrivesAsItWasSent(WorkerEvent event) throws IOException {
        assertThat(stream(event.message()).event()).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsCutShortIsNoEvent(WorkerEvent event) {
        byte[] whole = event.message();
        byte[] cut = ByteBuffer.allocate(whole.length - 1)
                .put(whole, 0, whole.length - 1)
                .putInt(LENGTH_AT, whole.length - 1 - MessageWriter.HEAD_BYTES)
                .array();
        if (!(event instanceof WorkerEvent.Data)) {
            assertThatThrownBy(() -> stream(cut).event()).isInstanceOf(WireException.class);
        }
        assertThatThrownBy(() -> stream(Arrays.copyOf(whole, whole.length - 1)).event())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aLengthIsCheckedBeforeAnythingIsAllocated() {
        for (int length : List.of(-1, Integer.MAX_VALUE, PipeLimits.MAX_MESSAGE_BYTES + 1)) {
            byte[] message = ByteBuffer.allocate(MessageWriter.HEAD_BYTES)
                    .put((byte) WorkerEvent.Data.TYPE)
                    .putInt(length)
                    .array();
            assertThatThrownBy(() -> stream(message).event()).isInstanceOf(WireException.class);
        }
    }

    @Test
    void garbageIsRefusedWhateverItIs() {
        long seed = 20_261_130;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[random.nextInt(64)];
            random.nextBytes(garbage);
            if (garbage.length > MessageWriter.HEAD_BYTES) {
                garbage[0] = (byte) (WorkerEvent.Ready.TYPE + random.nextInt(10));
                ByteBuffer.wrap(garbage).putInt(LENGTH_AT, garbage.length - MessageWriter.HEAD_BYTES);
            }
            try {
                WorkerEvent event = stream(garbage).event();
                assertThat(event.message()).as("seed %s, %s", seed, i).isNotEmpty();
            } catch (IOException e) {
                assertThat(e).isInstanceOfAny(WireException.class, EOFException.class);
            }
        }
    }

    @Test
    void secretsAreInNoDescription() {
        assertThat(new WorkerCommand.Allow(1, "secret-passphrase").toString()).doesNotContain("secret");
        assertThat(new WorkerCommand.Call(1, InetAddress.getLoopbackAddress(), 1, 20, "secret", "secret").toString())
                .doesNotContain("secret");
        assertThat(new WorkerEvent.Asked(1, 1, InetAddress.getLoopbackAddress(), "secret").toString())
                .doesNotContain("secret");
    }

    private static MessageStream stream(byte[] bytes) {
        return new MessageStream(new ByteArrayInputStream(bytes));
    }
}
