package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.relay.srt.wire.MessageStream;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import dev.fanlight.relay.testing.SrtLiveTransmit;
import dev.fanlight.relay.testing.SrtRelay;
import dev.fanlight.testing.StartsProcesses;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that speaks SRT, as the relay sees it, and a server that it calls. */
@StartsProcesses
class SrtCallScenarioTest {

    private static final int CALL = 7;

    @TempDir
    private Path temp;

    @Test
    void aConnectionThatIsClosedWhileItsServerIsCalledIsNeverOpened() throws Exception {
        assumeTrue(SrtRelay.isThere() && SrtLiveTransmit.isThere(), "libsrt or srt-live-transmit is not installed");
        int port = SrtRelay.freePort();
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.fanlight.relay.srt.worker.SrtWorkerMain")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            MessageStream events = new MessageStream(worker.getInputStream());
            assertThat(events.event()).isInstanceOf(WorkerEvent.Ready.class);
            say(worker, new WorkerCommand.Call(CALL, InetAddress.getLoopbackAddress(), port, 120, "", ""));
            say(worker, new WorkerCommand.Close(CALL));
            // It has been closed once this is answered; the call goes on, and reaches the server now.
            say(worker, new WorkerCommand.Ping(1));
            assertThat(events.event()).isEqualTo(new WorkerEvent.Pong(1));
            try (SrtLiveTransmit server =
                    SrtLiveTransmit.toFile("srt://127.0.0.1:" + port + "?mode=listener", temp.resolve("none.ts"))) {
                assertThat(events.event()).isEqualTo(new WorkerEvent.Closed(CALL, "closed by the relay"));
                assertThat(server.isRunning()).isTrue();
            }
        } finally {
            worker.destroyForcibly();
        }
    }

    private static void say(Process worker, WorkerCommand command) throws Exception {
        worker.getOutputStream().write(command.message());
        worker.getOutputStream().flush();
    }
}
