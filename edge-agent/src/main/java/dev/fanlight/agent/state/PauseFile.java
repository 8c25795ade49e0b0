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
            return Optional.of(shortened(oneLine(text)));
        } catch (IOException e) {
            return Files.exists(file) ? Optional.of("") : Optional.empty();
        }
    }

    /**
     * Pauses, or changes the reason; returns whether that was short enough to be kept whole.
     *
     * @throws UserException when the folder cannot be written
     */
    public boolean pause(String why) {
        String line = oneLine(why);
        String kept = shortened(line);
        try {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.write(folder, FILE, kept.getBytes(StandardCharsets.UTF_8));
            return kept.length() == line.length();
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

    /** Printable characters in one line. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    /** As long as viewers may read it, without half of a surrogate pair at its end. */
    private static String shortened(String line) {
        if (line.length() <= CameraPause.MAX_REASON) {
            return line;
        }
        boolean inPair = Character.isHighSurrogate(line.charAt(CameraPause.MAX_REASON - 1));
        return line.substring(0, inPair ? CameraPause.MAX_REASON - 1 : CameraPause.MAX_REASON);
    }
}
