package dev.fanlight.relay.cli.setup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Systemctl;
import dev.fanlight.cli.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service of systemd that the package brings along. Blocking.
 *
 * @param root the root of the file system
 * @param systemctl asks systemd
 */
record RelayService(Path root, Systemctl systemctl) {

    private static final String NAME = "fanlight-relay";

    /** Whether there is one to start on this computer. */
    boolean isHere() {
        return systemctl.isHere() && Files.exists(root.resolve("usr/lib/systemd/system/" + NAME + ".service"));
    }

    /**
     * Starts it, with the settings as they are now, and with the computer from now on.
     *
     * @throws UserException when it does not start
     */
    void start() throws InterruptedException {
        Systemctl.Result enabled = systemctl.run("enable", NAME);
        Systemctl.Result started = enabled.code() == 0 ? systemctl.run("restart", NAME) : enabled;
        if (started.code() != 0) {
            throw new UserException(
                    "root".equals(System.getProperty("user.name")) ? ExitCode.FAILED : ExitCode.NOT_ALLOWED,
                    "The service does not start: " + started.output()
                            + " Only root may start it (sudo fanlight-relay setup). Its log: journalctl -u " + NAME
                            + " -n 50");
        }
    }
}
