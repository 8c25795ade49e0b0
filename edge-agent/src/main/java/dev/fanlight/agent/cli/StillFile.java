package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.LocalCamera;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.javacv.JpegEncoder;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.status.StatusText;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.media.CameraPause;
import dev.fanlight.runtime.MediaClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes one frame of a camera as a JPEG file. Stateless. */
final class StillFile {

    /** Loading FFmpeg and opening a camera takes 20 s on a slow computer. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private StillFile() {}

    /** Opens the camera, writes the file and releases the camera. */
    static int write(PreviewCommand.Chosen chosen, Path file, PrintWriter out) throws InterruptedException {
        CompletableFuture<byte[]> still = new CompletableFuture<>();
        LocalCamera camera =
                chosen.start("still", frame -> encode(frame, still), new Failures(still), MediaClock.system());
        try {
            save(still.get(LIMIT.toSeconds(), TimeUnit.SECONDS), file);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UserException(ExitCode.CAMERA, String.valueOf(cause.getMessage()), e);
        } catch (TimeoutException e) {
            throw new UserException(
                    ExitCode.CAMERA, "The camera has delivered no frame within " + LIMIT.toSeconds() + " s.");
        } finally {
            camera.close();
        }
        out.println("✓ " + file);
        out.flush();
        return ExitCode.OK;
    }

    private static void encode(RawFrame frame, CompletableFuture<byte[]> still) {
        if (still.isDone()) {
            return;
        }
        try {
            still.complete(JpegEncoder.encode(frame));
        } catch (EncodeException e) {
            still.completeExceptionally(e);
        }
    }

    /** Whole or not at all: a file that others read while it is written would be half a picture. */
    private static void save(byte[] jpeg, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, jpeg);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new UserException(
                    ExitCode.FAILED, "Cannot write " + file + ": there is no folder " + file.getParent() + ".", e);
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private record Failures(CompletableFuture<byte[]> still) implements AgentListener {

        @Override
        public void paused(Optional<CameraPause> pause) {
            pause.ifPresent(now -> still.completeExceptionally(
                    new UserException(ExitCode.CAMERA, "The camera is paused " + StatusText.pause(now) + ".")));
        }

        @Override
        public void cameraFailed(SourceException cause, boolean everLive) {
            still.completeExceptionally(cause);
        }

        @Override
        public void broken(Throwable cause) {
            still.completeExceptionally(cause);
        }
    }
}
