package dev.fanlight.relay.server;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.srt.SrtPassphrases;
import dev.fanlight.relay.srt.SrtProcess;
import dev.fanlight.relay.srt.SrtTimeouts;
import dev.fanlight.runtime.Sleeper;

/**
 * The relay’s SRT, and the secret from which its passphrases are made, in the state folder.
 *
 * @param folder with the file
 * @param instruments make a new secret
 */
record RelaySrt(RelayStateFolder folder, Instruments instruments) {

    /** The file with the secret, there since SRT was first used. */
    private static final String FILE = "srt.key";

    private static final String SUBFOLDER = "srt";

    /** Starts nothing, and makes no file, before a gateway needs it. */
    SrtProcess process() {
        return new SrtProcess(
                folder.subfolder(SUBFOLDER),
                new SrtPassphrases(this::key),
                SrtTimeouts.STANDARD,
                instruments.clock(),
                Sleeper.SYSTEM,
                instruments.errors());
    }

    private byte[] key() {
        byte[] key = folder.read(FILE).orElseGet(this::newKey);
        if (key.length != SrtPassphrases.KEY_BYTES) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The file " + FILE + " in the state folder " + folder
                            + " is damaged. Restore it from a backup. Or remove it: then all keys get new passphrases for SRT.");
        }
        return key;
    }

    private byte[] newKey() {
        byte[] key = instruments.secrets().bytes(SrtPassphrases.KEY_BYTES);
        folder.write(FILE, key);
        return key;
    }
}
