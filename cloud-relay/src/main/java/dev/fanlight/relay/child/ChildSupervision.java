package dev.fanlight.relay.child;

import dev.fanlight.runtime.LastLine;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts the process of a child, passes on what it writes, and waits for its end. All on one thread, because a child is killed by the kernel when the
 * thread that started it ends.
 */
final class ChildSupervision implements Loop {

    private static final int NOT_STARTED = -1;

    private final FfmpegChild child;
    private final FfmpegProgram program;
    private final ChildTask task;
    private final Consumer<ChildEnd> onEnd;
    private final byte[] buffer = new byte[ChildLimits.OUTPUT_BYTES];
    private ChildEnd end = new ChildEnd(ChildEnd.Cause.CLOSED, NOT_STARTED, "");

    ChildSupervision(FfmpegChild child, FfmpegProgram program, ChildTask task, Consumer<ChildEnd> onEnd) {
        this.child = child;
        this.program = program;
        this.task = task;
        this.onEnd = onEnd;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        try {
            supervise(program.start(task));
        } catch (IOException e) {
            child.notStarted(e);
            end = new ChildEnd(ChildEnd.Cause.NOT_STARTED, NOT_STARTED, "" + e.getMessage());
        }
        return false;
    }

    @Override
    public void onClose() {
        onEnd.accept(end);
        child.ended(end);
    }

    @Override
    public String roleName() {
        return child.name();
    }

    private void supervise(Process process) throws InterruptedException {
        LastLine errors = new LastLine(process.getErrorStream(), child.name() + "-errors");
        LoopRunner errorReader = LoopRunner.start(errors, failure -> {});
        child.input().writeTo(process.getOutputStream());
        LoopRunner writer = LoopRunner.start(child.input(), failure -> {});
        child.started(process);
        try {
            passOn(process.getInputStream());
            int exitCode = await(process);
            errorReader.awaitEnd(child.closeLimit());
            end = new ChildEnd(cause(exitCode), exitCode, errors.text());
        } finally {
            FfmpegChild.kill(process);
            writer.close(child.closeLimit());
            errorReader.close(child.closeLimit());
        }
    }

    private void passOn(InputStream output) throws InterruptedException {
        while (true) {
            child.awaitRoom();
            int count = read(output);
            if (count < 0) {
                return;
            }
            child.passOn(Arrays.copyOf(buffer, count));
        }
    }

    private int read(InputStream output) {
        try {
            return output.read(buffer);
        } catch (IOException e) {
            // Killed.
            return -1;
        }
    }

    /** One that has closed its stdout has nothing else to do. */
    private int await(Process process) throws InterruptedException {
        child.input().abort();
        if (!process.waitFor(child.closeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
            FfmpegChild.kill(process);
        }
        return process.waitFor();
    }

    private ChildEnd.Cause cause(int exitCode) {
        if (child.isClosing()) {
            return ChildEnd.Cause.CLOSED;
        }
        return exitCode == 0 ? ChildEnd.Cause.DONE : ChildEnd.Cause.FAILED;
    }
}
