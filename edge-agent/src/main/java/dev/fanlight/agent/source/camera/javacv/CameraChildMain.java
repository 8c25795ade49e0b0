package dev.fanlight.agent.source.camera.javacv;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FfmpegLog;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.camera.CameraErrors;
import dev.fanlight.agent.source.camera.CameraMessage;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The camera process: frames of one camera to stdout until stdin closes. Not for people: the agent starts it with the
 * arguments DEVICE WIDTH HEIGHT FPS.
 */
public final class CameraChildMain {

    private CameraChildMain() {}

    /** Runs until the camera or the agent is gone. */
    public static void main(String[] args) throws IOException, InterruptedException {
        LoopRunner.start(new ParentWatch(), failure -> Runtime.getRuntime().halt(1));
        Path device = Path.of(args[0]);
        FrameLimits limits =
                new FrameLimits(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            stream(device, limits, out);
        }
        // Without the closing of the JVM: a driver that hangs would hang it as well.
        Runtime.getRuntime().halt(0);
    }

    private static void stream(Path device, FrameLimits limits, OutputStream out) throws IOException {
        try {
            CameraErrors.check(device);
            FfmpegLog.show(false);
            try (V4l2Camera camera = V4l2Camera.open(device, limits, NanoClock.SYSTEM)) {
                camera.streamTo(out);
            }
        } catch (SourceException e) {
            CameraMessage.writeFailure(out, e.problem(), String.valueOf(e.getMessage()));
        } catch (FfmpegException e) {
            SourceException cause = CameraErrors.of(device, e.code());
            CameraMessage.writeFailure(out, cause.problem(), String.valueOf(cause.getMessage()));
        } catch (UnsatisfiedLinkError e) {
            CameraMessage.writeFailure(out, SourceProblem.BROKEN, NativeLibraries.sentence(e));
        }
    }

    /** Ends the process when the agent is gone, even while the main thread hangs in a driver. */
    private static final class ParentWatch implements Loop {

        @Override
        public boolean doWork() throws IOException {
            if (System.in.read() < 0) {
                Runtime.getRuntime().halt(0);
            }
            return true;
        }

        @Override
        public String roleName() {
            return "parent-watch";
        }
    }
}
