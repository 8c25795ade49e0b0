package dev.fanlight.relay.child;

import dev.fanlight.cli.Finding;
import dev.fanlight.cli.UserException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether FFmpeg runs here, and how it is confined. Blocking.
 *
 * @param named the executable that the owner has named, if any
 * @param folder where the bundled one is unpacked to otherwise; empty when it is not to be unpacked
 * @param timeouts how long it may take
 */
public record FfmpegCheck(Optional<Path> named, Optional<Path> folder, ChildTimeouts timeouts) {

    private static final String ABOUT = "ffmpeg";

    /** What was found. */
    public Finding run() {
        try {
            Optional<Path> executable = named.or(() -> folder.map(place -> new BundledFfmpeg(place).unpack()));
            return executable
                    .map(this::probe)
                    .orElseGet(() -> Finding.fine(ABOUT, "the bundled one, which the relay unpacks when it starts"));
        } catch (UserException e) {
            return Finding.problem(ABOUT, String.valueOf(e.getMessage()));
        }
    }

    private Finding probe(Path executable) {
        FfmpegProgram found = new ProgramSearch(executable, timeouts.probe()).find();
        String version = found.version().replaceFirst(" Copyright.*", "");
        return found.confinement() == Confinement.SANDBOX
                ? Finding.fine(ABOUT, version + ", in a sandbox of its own")
                : Finding.warning(
                        ABOUT,
                        version + ", confined by " + found.confinement().text()
                                + " only: it could read files of this user",
                        "Install bubblewrap, where processes may make namespaces. The service confines all of the relay, too.");
    }
}
