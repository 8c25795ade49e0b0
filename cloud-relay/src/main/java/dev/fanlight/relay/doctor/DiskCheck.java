package dev.fanlight.relay.doctor;

import dev.fanlight.cli.Finding;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much space there is for chats, the audit log and the unpacked FFmpeg. Blocking.
 *
 * @param folder the state folder
 */
public record DiskCheck(Path folder) {

    private static final String ABOUT = "disk";
    private static final long LITTLE = 1L << 30;
    private static final long TOO_LITTLE = 100L << 20;
    private static final double GIB = 1L << 30;

    /** What was found. */
    public Finding run() {
        return of(folder.toFile().getUsableSpace());
    }

    Finding of(long free) {
        String text = String.format(Locale.ROOT, "%.1f GiB free in %s", free / GIB, folder);
        String advice = "Remove what is not needed; a relay whose disk is full refuses chat messages and changes.";
        if (free < TOO_LITTLE) {
            return Finding.problem(ABOUT, text, advice);
        }
        return free < LITTLE ? Finding.warning(ABOUT, text, advice) : Finding.fine(ABOUT, text);
    }
}
