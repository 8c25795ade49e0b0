package dev.fanlight.relay.srt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.srt.wire.PipeLimits;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that works, ends, floods, talks nonsense or hangs costs its connections, and the next one takes over. */
class SrtProcessTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final SrtPort PORT = new SrtPort(HERE, 8890, 120);

    private final BlockingQueue<FakeWorker> workers = new LinkedBlockingQueue<>();
    private final AtomicLong nanos = new AtomicLong();
    private final BlockingQueue<Boolean> rounds = new LinkedBlockingQueue<>();
    private final Callers callers = new Callers();
    private int listener;
    private final SrtProcess srt = new SrtProcess(
            this::started,
            new SrtPassphrases(() -> new byte[SrtPassphrases.KEY_BYTES]),
            SrtTimeouts.STANDARD,
            nanos::get,
            this::sleep,
            new ErrorLog(NanoClock.SYSTEM));

    @AfterEach
    void stop() {
        srt.stop(Duration.ofSeconds(5));
    }

    @Test
    void aCallerIsAskedAboutThenSendsAsMuchAsItIsGranted() throws Exception {
        FakeWorker worker = listening();
        worker.say(new WorkerEvent.Asked(1, listener, HERE, "publish:front:abcdefgh"));
        assertThat(worker.expect(WorkerCommand.Allow.class).passphrase()).isEqualTo("passphrase");
        worker.say(new WorkerEvent.Opened(5, 1));
        worker.say(new WorkerEvent.Data(5, ByteBuffer.wrap(new byte[PipeLimits.MAX_MEDIA_BYTES])));
        assertThat(worker.expect(WorkerCommand.Grant.class))
                .isEqualTo(new WorkerCommand.Grant(5, PipeLimits.MAX_MEDIA_BYTES));
        worker.say(new WorkerEvent.Closed(5, "gone"));
        Await.until("it is over", () -> callers.closed.equals(List.of("gone")));
    }

    @Test
    void aProcessThatEndsTakesItsConnectionsWithItAndTheNextOneOpensThePortAgain() throws Exception {
        FakeWorker first = listening();
        open(first);
        first.end();
        Await.until("the connection is over", () -> callers.closed.size() == 1);
        FakeWorker second = ready();
        assertThat(second.expect(WorkerCommand.Listen.class).port()).isEqualTo(PORT.port());
        assertThat(srt.describe().toString()).contains("state=running");
    }

    @Test
    void oneThatFloodsIsKilled() throws Exception {
        callers.grants = false;
        FakeWorker worker = listening();
        open(worker);
        for (int sent = 0; sent <= PipeLimits.WINDOW_BYTES; sent += PipeLimits.MAX_MEDIA_BYTES) {
            worker.say(new WorkerEvent.Data(5, ByteBuffer.wrap(new byte[PipeLimits.MAX_MEDIA_BYTES])));
        }
        Await.until("it is killed", worker::isKilled);
        Await.until("its connection is over", () -> callers.closed.size() == 1);
        assertThat(srt.describe().toString()).contains("more than was granted");
    }

    @Test
    void oneThatTalksNonsenseIsKilled() throws Exception {
        FakeWorker worker = listening();
        worker.say("Exception in thread".getBytes(StandardCharsets.US_ASCII));
        Await.until("it is killed", worker::isKilled);
    }

    @Test
    void oneThatSaysNothingIsKilled() throws Exception {
        FakeWorker worker = listening();
        nanos.addAndGet(SrtTimeouts.STANDARD.hang().toNanos() + 1);
        rounds.add(true);
        Await.until("it is killed", worker::isKilled);
    }

    @Test
    void withoutALibraryThereIsASentenceAndNoOtherTry() throws Exception {
        CompletableFuture<Optional<String>> required = CompletableFuture.supplyAsync(srt::require);
        FakeWorker worker = workers.take();
        worker.say(new WorkerEvent.Unusable("libsrt is not installed."));
        worker.end();
        assertThat(required.get()).contains("libsrt is not installed.");
        assertThat(srt.describe().toString()).contains("state=unusable");
        assertThat(srt.call(new SrtServer(HERE, 1, 120, "", ""), reason -> {})).isEmpty();
        assertThat(workers).isEmpty();
    }

    @Test
    void aPortIsOpenedLaterWhereTheFirstProcessDidNotStart() throws Exception {
        CompletableFuture<Optional<String>> required = CompletableFuture.supplyAsync(srt::require);
        workers.take().end();
        assertThat(required.get().orElseThrow()).contains("does not start");
        assertThat(srt.isUnusable()).isFalse();
        assertThat(srt.listen(PORT, callers)).isEmpty();
        assertThat(srt.outage().orElseThrow()).contains("started again");
        FakeWorker second = ready();
        listener = second.expect(WorkerCommand.Listen.class).listener();
        second.say(new WorkerEvent.Listening(listener, ""));
        open(second);
        assertThat(srt.outage()).isEmpty();
    }

    @Test
    void aCallThatIsRefusedSaysWhy() throws Exception {
        FakeWorker worker = listening();
        CompletableFuture<String> end = new CompletableFuture<>();
        assertThat(srt.call(new SrtServer(HERE, 9000, 120, "id", ""), end::complete))
                .isPresent();
        WorkerCommand.Call call = worker.expect(WorkerCommand.Call.class);
        worker.say(new WorkerEvent.Closed(call.connection(), "the target does not answer"));
        assertThat(end.get()).isEqualTo("the target does not answer");
    }

    private void open(FakeWorker worker) {
        worker.say(new WorkerEvent.Asked(1, listener, HERE, "publish:front:abcdefgh"));
        worker.expect(WorkerCommand.Allow.class);
        worker.say(new WorkerEvent.Opened(5, 1));
    }

    private FakeWorker ready() throws InterruptedException {
        FakeWorker worker = workers.take();
        worker.say(new WorkerEvent.Ready("1.5.1"));
        return worker;
    }

    private FakeWorker listening() throws Exception {
        CompletableFuture<Optional<String>> required = CompletableFuture.supplyAsync(srt::require);
        FakeWorker worker = ready();
        assertThat(required.get()).isEmpty();
        CompletableFuture<Optional<String>> open = CompletableFuture.supplyAsync(() -> srt.listen(PORT, callers));
        listener = worker.expect(WorkerCommand.Listen.class).listener();
        worker.say(new WorkerEvent.Listening(listener, ""));
        assertThat(open.get()).isEmpty();
        return worker;
    }

    private WorkerProcess started() {
        FakeWorker worker = new FakeWorker();
        workers.add(worker);
        return worker;
    }

    /** The wait before a restart is over at once; that between two questions when the test says so. */
    private void sleep(long duration) throws InterruptedException {
        if (duration == SrtTimeouts.STANDARD.hang().dividedBy(3).toNanos()) {
            rounds.take();
        }
    }

    /** Lets everybody in and takes everything. */
    private static final class Callers implements SrtCallers {

        private final List<String> closed = new CopyOnWriteArrayList<>();
        private volatile boolean grants = true;

        @Override
        public void asked(SrtRequest request) {
            request.allow("passphrase");
        }

        @Override
        public SrtListener opened(SrtConnection connection, int request) {
            return new SrtListener() {
                @Override
                public void data(ByteBuffer media) {
                    if (grants) {
                        connection.passedOn(media.remaining());
                    }
                }

                @Override
                public void closed(String reason) {
                    closed.add(reason);
                }
            };
        }
    }
}
