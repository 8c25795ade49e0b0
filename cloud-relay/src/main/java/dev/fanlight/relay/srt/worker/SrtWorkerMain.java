package dev.fanlight.relay.srt.worker;

import dev.fanlight.relay.srt.wire.MessageStream;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import dev.fanlight.runtime.LoopRunner;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Entry point of the process with libsrt, which the relay starts: commands come by stdin, events go to stdout. It ends when stdin does, so that it
 * never outlives the relay.
 */
public final class SrtWorkerMain {

    private static final int DONE = 0;
    private static final int UNUSABLE = 3;

    private SrtWorkerMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        EventOutput events =
                new EventOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), end::countDown);
        // Whatever else prints, JNA for example, must not get between the events.
        System.setOut(System.err);
        Optional<LibSrt> library = LibSrt.load();
        if (library.isEmpty()) {
            events.say(new WorkerEvent.Unusable(
                    "libsrt is not installed. Install it, on Debian: sudo apt-get install libsrt1.5-gnutls"));
            halt(UNUSABLE);
            return;
        }
        Srt srt = Srt.start(library.get());
        // With libsrt in it, a JVM does not end by SIGTERM itself.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> halt(DONE), "shutdown"));
        run(srt, events, end);
        srt.cleanUp();
        halt(DONE);
    }

    private static void run(Srt srt, EventOutput events, CountDownLatch end) throws InterruptedException {
        Admissions admissions = new Admissions(events);
        Connections connections = new Connections(srt, events);
        Listeners listeners = new Listeners(srt, events, admissions, connections);
        events.say(new WorkerEvent.Ready(srt.version()));
        var receiving =
                LoopRunner.start(new ReceiveLoop(srt, listeners, connections, events), failure -> end.countDown());
        var commanded = LoopRunner.start(
                new CommandLoop(
                        new MessageStream(new BufferedInputStream(System.in)),
                        events,
                        srt,
                        admissions,
                        listeners,
                        connections,
                        new Calls(srt, events, connections)),
                failure -> end.countDown());
        end.await();
        commanded.stop();
        receiving.close();
    }

    private static void halt(int code) {
        Runtime.getRuntime().halt(code);
    }
}
