package dev.fanlight.agent.javacv;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.util.Optional;

/** Loads FFmpeg early, so that a missing system library is reported in one sentence instead of ending a thread. Stateless. */
public final class NativeLibraries {

    private NativeLibraries() {}

    /**
     * Loads them; seconds on a small computer.
     *
     * @param warnings whether FFmpeg may write its warnings to stderr
     * @throws UserException when the system lacks a library
     */
    public static void load(boolean warnings) {
        try {
            FfmpegLog.show(warnings);
        } catch (UnsatisfiedLinkError e) {
            throw new UserException(ExitCode.FAILED, sentence(e), e);
        }
    }

    public static String sentence(UnsatisfiedLinkError error) {
        Throwable cause = Optional.ofNullable(error.getCause()).orElse(error);
        return "FFmpeg's libraries cannot be loaded (" + cause.getMessage()
                + "). Install: libva2 libva-drm2 libdrm2 libxcb1 libxcb-shm0 libpulse0 libasound2-data";
    }
}
