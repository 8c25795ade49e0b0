package dev.fanlight.agent.cli;

import dev.fanlight.agent.CameraTrial;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.config.file.NewSettingsFile;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.SecretMask;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.runtime.Sleeper;
import dev.fanlight.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The steps of {@code setup} that need no terminal. Main thread.
 *
 * @param out what was done
 * @param settings of camera and network
 */
record SetupSteps(PrintWriter out, Settings settings) {

    private static final Duration SPAN = Duration.ofSeconds(1);

    /** Opens the camera and says what came. */
    void tryCamera() throws InterruptedException {
        CameraTrial trial =
                new CameraTrial(CameraSettings.of(settings), NetworkSettings.of(settings), AgentTimeouts.STANDARD);
        CameraTrial.Result result = trial.run(SPAN);
        result.failure().ifPresent(why -> {
            throw new UserException(ExitCode.CAMERA, why);
        });
        if (result.frames() == 0) {
            throw new UserException(
                    ExitCode.CAMERA, "The camera was opened, but no frame came. Unplug it and plug it in again.");
        }
        say("✓ frames received: " + result.description() + ", " + result.frames() + " in " + SPAN.toSeconds() + " s");
    }

    /** Joins by a link, and keeps the identity. */
    void join(JoinLink link, IdentityStore store, Duration limit) throws InterruptedException {
        store.checkSavable();
        DeviceIdentity identity = new Pairing(out, limit, AgentTimeouts.STANDARD, Sleeper.SYSTEM).join(link);
        store.save(identity);
        say("✓ joined as \"" + identity.camera() + "\": the key was generated here and stays in " + store.folder());
    }

    /** Writes the chosen source to a settings file; one that exists is not changed. */
    void keepSource(String source, Path place) {
        if (Files.exists(place)) {
            say("! " + place + " exists and stays as it is. Set in it: camera.source = " + SecretMask.value(source));
            return;
        }
        NewSettingsFile.write(place, "camera:\n  source: '" + source.replace("'", "''") + "'\n");
        say("✓ wrote " + place);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
