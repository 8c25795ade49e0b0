package dev.fanlight.agent.service;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Systemctl;
import dev.fanlight.cli.UserException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Installs and removes the service, and says what it does. Blocking. */
public final class ServiceInstaller {

    private static final Path ROOT = Path.of("/");

    private final ServiceFiles files;
    private final Systemctl systemctl;
    private final Consumer<String> out;

    /** Works below {@code root}; systemd itself is asked only when that is the root of this computer. */
    public ServiceInstaller(Path root, Systemctl systemctl, Consumer<String> out) {
        this.files = new ServiceFiles(root);
        this.systemctl = systemctl;
        this.out = out;
    }

    /**
     * Installs it: program, unit file, keys of {@code userState}; then it is started, and with the computer from now on. Where a package has brought
     * program and unit file, these are used.
     *
     * @throws UserException when that is not possible, with the remedy
     */
    public void install(Path java, Path jar, Path userState) throws InterruptedException {
        checkAllowed("install");
        if (!files.isPackaged()) {
            Path program = files.program(jar);
            files.write(new ServiceUnit(java, program));
            out.accept("✓ wrote " + files.unit());
        }
        int moved = files.adopt(userState);
        if (moved > 0) {
            out.accept("✓ moved the key of " + (moved == 1 ? "the camera" : moved + " cameras") + " from " + userState
                    + " to " + files.state());
        }
        if (isThisComputer()) {
            start();
        }
    }

    /**
     * Stops and removes it; keys and settings stay.
     *
     * @throws UserException when that is not possible
     */
    public void uninstall() throws InterruptedException {
        checkAllowed("uninstall");
        if (isThisComputer()) {
            Systemctl.Result unused = systemctl.run("disable", "--now", ServiceUnit.NAME);
        }
        boolean there = files.remove();
        if (isThisComputer()) {
            Systemctl.Result unused = systemctl.run("daemon-reload");
        }
        out.accept(there ? "✓ removed " + files.unit() : "The service is not installed.");
        out.accept("  Keys stay in " + files.state() + ", settings where they are.");
    }

    /**
     * Says whether it runs.
     *
     * @return whether it does
     */
    public boolean status() throws InterruptedException {
        if (!systemctl.isHere()) {
            out.accept("! This computer was not started by systemd, so it has no services.");
            return false;
        }
        String active = systemctl.run("is-active", ServiceUnit.NAME).output();
        String enabled = systemctl.run("is-enabled", ServiceUnit.NAME).output();
        boolean runs = active.equals("active");
        String start = enabled.equals("enabled") ? "starts with the computer" : "does not start with the computer";
        out.accept((runs ? "✓ " : "✗ ") + "service " + ServiceUnit.NAME + " is "
                + (runs ? "running, " + start : active + ". Its log: journalctl -u " + ServiceUnit.NAME + " -n 50"));
        return runs;
    }

    private void start() throws InterruptedException {
        Systemctl.Result reload = systemctl.run("daemon-reload");
        Systemctl.Result enable = systemctl.run("enable", "--now", ServiceUnit.NAME);
        if (reload.code() != 0 || enable.code() != 0) {
            throw new UserException(
                    ExitCode.FAILED,
                    "The service was written, but does not start: " + (reload.output() + " " + enable.output()).strip()
                            + " Its log: journalctl -u " + ServiceUnit.NAME + " -n 50");
        }
        out.accept("✓ service " + ServiceUnit.NAME + " is running (starts with the computer)");
    }

    private void checkAllowed(String what) {
        if (!isThisComputer()) {
            return;
        }
        if (!systemctl.isHere()) {
            throw new UserException(
                    ExitCode.FAILED,
                    "This computer was not started by systemd, so there is no service to " + what
                            + ". The unit file: fanlight-agent service install --print");
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new UserException(
                    ExitCode.NOT_ALLOWED, "Only root may do that. Run: sudo fanlight-agent service " + what);
        }
    }

    private boolean isThisComputer() {
        return files.root().equals(ROOT);
    }
}
