package dev.fanlight.relay.srt;

import dev.fanlight.relay.child.JavaProgram;
import dev.fanlight.runtime.LastLine;
import dev.fanlight.runtime.LoopRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process with libsrt. */
final class JavaWorker implements WorkerProcess {

    private static final String MAIN_CLASS = "dev.fanlight.relay.srt.worker.SrtWorkerMain";
    private static final Duration END = Duration.ofSeconds(2);

    private final Process process;
    private final LastLine errors;
    private final LoopRunner errorReader;

    private JavaWorker(Process process) {
        this.process = process;
        this.errors = new LastLine(process.getErrorStream(), "srt-errors");
        this.errorReader = LoopRunner.start(errors, failure -> {});
    }

    /**
     * Starts it.
     *
     * @param folder where JNA may unpack its native part
     */
    static JavaWorker start(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new JavaWorker(
                new JavaProgram(MAIN_CLASS, List.of("-Djna.tmpdir=" + folder, "-Djna.nosys=true")).start());
    }

    @Override
    public InputStream events() {
        return process.getInputStream();
    }

    @Override
    public OutputStream commands() {
        return process.getOutputStream();
    }

    @Override
    public String lastLine() {
        return errors.text();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void awaitEnd() {
        // The thread is interrupted when the relay stops, which is not over before the process is.
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        errorReader.awaitEnd(END);
        errorReader.stop();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
