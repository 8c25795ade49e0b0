package dev.fanlight.relay.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.bench.camera.SyntheticCamera;
import dev.fanlight.relay.bench.camera.SyntheticStream;
import dev.fanlight.relay.bench.process.ChildRelay;
import dev.fanlight.relay.bench.process.RelayProgram;
import dev.fanlight.relay.bench.process.TemporaryFolder;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.runtime.MediaClock;
import java.security.SecureRandom;

/**
 * A relay started for the measurement, with one publishing camera. Blocking; the {@link Closer} it is started with closes it.
 */
public final class LocalRelay {

    /** The camera’s name. */
    public static final CameraName CAMERA = new CameraName("bench");

    private static final String AUTHORITY = "ca.crt";

    private final ChildRelay relay;
    private final SyntheticCamera camera;
    private final byte[] authority;
    private final String watchKey;

    private LocalRelay(ChildRelay relay, SyntheticCamera camera, byte[] authority, String watchKey) {
        this.relay = relay;
        this.camera = camera;
        this.authority = authority;
        this.watchKey = watchKey;
    }

    /**
     * Starts relay and camera.
     *
     * @param closer takes the resources
     * @throws UserException if either does not start
     */
    public static LocalRelay start(
            RelayProgram program, SyntheticStream stream, CameraCreator cameras, MediaClock clock, Closer closer) {
        TemporaryFolder temporary = closer.add(TemporaryFolder.create());
        RelayStateFolder folder = RelayStateFolder.open(temporary.path());
        ChildRelay relay = closer.add(ChildRelay.launch(program, temporary.path()));
        relay.awaitReady();
        CameraCreator.Created created = cameras.create(folder, CAMERA);
        byte[] authority = folder.read(AUTHORITY)
                .orElseThrow(() ->
                        new UserException(ExitCode.SETTINGS, "The relay under test needs tls.mode=own and no proxy."));
        SyntheticCamera camera =
                closer.add(SyntheticCamera.start(created.join(), authority, stream, clock, new SecureRandom()));
        return new LocalRelay(relay, camera, authority, created.watchKey());
    }

    /** The relay’s process and ports. */
    public ChildRelay relay() {
        return relay;
    }

    /** The relay’s certificate authority, PEM. */
    public byte[] authority() {
        return authority.clone();
    }

    /** Key of the camera’s watch link; valid as long as this relay runs. */
    public String watchKey() {
        return watchKey;
    }

    /** How many frames were published. */
    public long published() {
        return camera.published();
    }

    /**
     * Checks that relay and camera are still running.
     *
     * @throws UserException if one of them has ended
     */
    public void check() {
        if (!relay.isAlive()) {
            throw new UserException(ExitCode.FAILED, "The relay ended during the measurement.");
        }
        if (!camera.isRunning()) {
            throw new UserException(
                    ExitCode.FAILED,
                    "The synthetic camera was disconnected during the measurement (" + camera.closeReason() + ").");
        }
    }
}
