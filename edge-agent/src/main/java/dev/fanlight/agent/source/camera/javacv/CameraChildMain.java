package dev.fanlight.agent.source.camera.javacv;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FfmpegLog;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.camera.CameraErrors;
import dev.fanlight.agent.source.camera.CameraMessage;
import dev.fanlight.agent.source.camera.CameraRequest;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The camera process: loads FFmpeg, waits for a {@link CameraRequest} on stdin, and writes what that camera delivers to stdout until stdin
 * closes. Not for people.
 */
public final class CameraChildMain {

    private CameraChildMain() {}

    /** Runs until the camera or the agent is gone. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Optional<String> problem = load();
        CameraRequest request = CameraRequest.read(System.in);
        LoopRunner.start(new ParentWatch(), failure -> Runtime.getRuntime().halt(1));
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            if (problem.isPresent()) {
                CameraMessage.writeFailure(out, SourceProblem.BROKEN, problem.get());
            } else {
                stream(request, out);
            }
        }
        // Without the closing of the JVM: a driver that hangs would hang it as well.
        Runtime.getRuntime().halt(0);
    }

    /** All that takes time and needs no camera. */
    private static Optional<String> load() {
        try {
            FfmpegLog.show(false);
            avdevice_register_all();
            V4l2Camera.warmUp();
            return Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.of(NativeLibraries.sentence(e));
        }
    }

    private static void stream(CameraRequest request, OutputStream out) throws IOException, InterruptedException {
        try {
            CameraErrors.check(request.device());
            try (V4l2Camera camera = open(request)) {
                streamTo(out, camera, request);
            }
        } catch (SourceException e) {
            CameraMessage.writeFailure(out, e.problem(), String.valueOf(e.getMessage()));
        }
    }

    private static V4l2Camera open(CameraRequest request) throws SourceException {
        try {
            return V4l2Camera.open(request, NanoClock.SYSTEM);
        } catch (FfmpegException e) {
            throw CameraErrors.whileOpening(request.device(), e.code());
        }
    }

    private static void streamTo(OutputStream out, V4l2Camera camera, CameraRequest request)
            throws IOException, InterruptedException, SourceException {
        try {
            camera.streamTo(out);
        } catch (FfmpegException e) {
            throw CameraErrors.whileOpen(request.device(), e.code(), Sleeper.SYSTEM);
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
