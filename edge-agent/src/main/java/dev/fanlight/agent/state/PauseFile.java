package dev.fanlight.agent.state;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.media.CameraPause;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether the people at a camera have paused it: a file in the state folder, which holds their reason, so that a restart changes nothing.
 * Only commands on this computer write it. Thread safe.
 */
public final class PauseFile {

    private static final String FILE = "paused";
    private static final long MAX_BYTES = 4096;

    private final Path folder;

    /** In this state folder. */
    public PauseFile(Path folder) {
        this.folder = folder;
    }

    /** The reason while it is paused; a file that cannot be read pauses too, without one. */
    public Optional<String> reason() {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.size(file) > MAX_BYTES ? "" : Files.readString(file, StandardCharsets.UTF_8);
            return Optional.of(oneLine(text));
        } catch (IOException e) {
            return Files.exists(file) ? Optional.of("") : Optional.empty();
        }
    }

    /**
     * Pauses, or changes the reason.
     *
     * @throws UserException when the folder cannot be written
     */
    public void pause(String why) {
        try {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.write(folder, FILE, oneLine(why).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /**
     * Ends the pause; returns whether there was one.
     *
     * @throws UserException when the folder cannot be written
     */
    public boolean resume() {
        try {
            return Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private UserException notWritten(IOException e) {
        return new UserException(
                ExitCode.SETTINGS,
                "The state folder " + folder + " cannot be written" + PrivateFiles.reason(e) + ".",
                e);
    }

    /** As viewers read it: printable characters in one line of limited length. */
    private static String oneLine(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= CameraPause.MAX_REASON && line.length() <= CameraPause.MAX_REASON
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(length, CameraPause.MAX_REASON / 2)));
    }
}
