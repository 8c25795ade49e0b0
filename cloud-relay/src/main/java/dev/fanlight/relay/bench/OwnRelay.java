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
 * A relay that exists for the measurement, with one camera that publishes. Blocking; what it is made of is closed with the
 * {@link Leftovers} it was started with.
 */
public final class OwnRelay {

    /** The camera’s name. */
    public static final CameraName CAMERA = new CameraName("bench");

    private static final String AUTHORITY = "ca.crt";

    private final ChildRelay relay;
    private final SyntheticCamera camera;
    private final byte[] authority;
    private final String watchKey;

    private OwnRelay(ChildRelay relay, SyntheticCamera camera, byte[] authority, String watchKey) {
        this.relay = relay;
        this.camera = camera;
        this.authority = authority;
        this.watchKey = watchKey;
    }

    /**
     * Starts relay and camera.
     *
     * @param leftovers get whatever has to be closed
     * @throws UserException with a sentence when either does not start
     */
    public static OwnRelay start(
            RelayProgram program, SyntheticStream stream, CameraMaker cameras, MediaClock clock, Leftovers leftovers) {
        TemporaryFolder temporary = leftovers.add(TemporaryFolder.create());
        RelayStateFolder folder = RelayStateFolder.open(temporary.path());
        ChildRelay relay = leftovers.add(ChildRelay.launch(program, temporary.path()));
        relay.awaitReady();
        CameraMaker.Made made = cameras.make(folder, CAMERA);
        byte[] authority = folder.read(AUTHORITY)
                .orElseThrow(() -> new UserException(
                        ExitCode.SETTINGS, "The relay to be measured needs tls.mode=own, and no proxy."));
        SyntheticCamera camera =
                leftovers.add(SyntheticCamera.start(made.join(), authority, stream, clock, new SecureRandom()));
        return new OwnRelay(relay, camera, authority, made.watchKey());
    }

    /** The relay’s process and ports. */
    public ChildRelay relay() {
        return relay;
    }

    /** The relay’s certificate authority, PEM. */
    public byte[] authority() {
        return authority.clone();
    }

    /** What lets one watch: the only secret of a relay that is gone soon. */
    public String watchKey() {
        return watchKey;
    }

    /** How many pictures were published. */
    public long published() {
        return camera.published();
    }

    /**
     * Makes sure that what is measured still exists.
     *
     * @throws UserException when relay or camera have ended
     */
    public void check() {
        if (!relay.isAlive()) {
            throw new UserException(ExitCode.FAILED, "The relay ended while it was measured.");
        }
        if (!camera.isRunning()) {
            throw new UserException(
                    ExitCode.FAILED,
                    "The synthetic camera was cut off while the relay was measured (" + camera.farewell() + ").");
        }
    }
}
