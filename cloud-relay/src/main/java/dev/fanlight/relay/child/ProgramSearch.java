package dev.fanlight.relay.child;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.runtime.LastLine;
import dev.fanlight.runtime.LoopRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the strongest confinement in which an executable runs. Blocking. Immutable. */
record ProgramSearch(Path executable, Duration limit) {

    private static final int MAX_OUTPUT = 4096;
    private static final String FFMPEG = "ffmpeg version";

    /**
     * What its trial said.
     *
     * @param program it ran
     * @param problem why it did not, for people
     */
    private record Trial(Optional<FfmpegProgram> program, String problem) {}

    /**
     * Tries one after the other.
     *
     * @throws UserException when it does not run in any
     */
    FfmpegProgram find() {
        String problem = "";
        for (Confinement confinement : Confinement.values()) {
            Trial trial = attempt(confinement);
            if (trial.program().isPresent()) {
                return trial.program().get();
            }
            problem = trial.problem();
        }
        throw new UserException(
                ExitCode.SETTINGS,
                "The program " + executable + " does not run: " + problem
                        + ". Install what it misses, or name another FFmpeg in " + "\"ffmpeg.program\".");
    }

    private Trial attempt(Confinement confinement) {
        try {
            return attempt(confinement, FfmpegProgram.start(executable, confinement, List.of("-version")));
        } catch (IOException e) {
            return new Trial(Optional.empty(), "" + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trial(Optional.empty(), "interrupted");
        }
    }

    private Trial attempt(Confinement confinement, Process process) throws IOException, InterruptedException {
        LastLine errors = new LastLine(process.getErrorStream(), "ffmpeg-probe-errors");
        LoopRunner reader = LoopRunner.start(errors, failure -> {});
        try {
            process.getOutputStream().close();
            // Less than a pipe holds, so one that writes on and on cannot keep the relay here.
            boolean exited = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            byte[] output = exited ? process.getInputStream().readNBytes(MAX_OUTPUT) : new byte[0];
            String first = new String(output, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            reader.awaitEnd(limit);
            if (exited && process.exitValue() == 0 && first.startsWith(FFMPEG)) {
                return new Trial(Optional.of(new FfmpegProgram(executable, confinement, first)), "");
            }
            return new Trial(Optional.empty(), exited ? said(errors.text()) : "it does not end");
        } finally {
            FfmpegChild.kill(process);
            reader.close(limit);
        }
    }

    private static String said(String lastLine) {
        return lastLine.isEmpty() ? "it does not say that it is FFmpeg" : lastLine;
    }
}
