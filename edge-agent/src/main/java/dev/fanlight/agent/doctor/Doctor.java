package dev.fanlight.agent.doctor;

import dev.fanlight.agent.CameraTrial;
import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.agent.service.ServiceFiles;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.status.StatusText;
import dev.fanlight.cli.ClockCheck;
import dev.fanlight.cli.Finding;
import dev.fanlight.cli.UserException;
import dev.fanlight.media.CameraPause;
import dev.fanlight.runtime.NanoClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs all checks, one after the other. Blocking.
 *
 * @param root root of the file system
 * @param agent the socket of the agent, if one runs
 * @param trial opens the camera, and publishes it
 * @param identity who this computer is to its relay, if it has joined one
 * @param pause why the camera is paused: it is not tried then
 * @param wall for how long something has been so
 */
public record Doctor(
        Path root,
        ControlSocket agent,
        CameraTrial trial,
        Optional<DeviceIdentity> identity,
        Optional<CameraPause> pause,
        InstantSource wall) {

    private static final Duration SPAN = Duration.ofSeconds(5);

    /** Runs them; {@code out} gets each finding at once. */
    public void run(Consumer<Finding> out) throws InterruptedException {
        new ComputerCheck(root).run().forEach(out);
        Optional<ControlSocket.Status> running = running();
        identity.ifPresent(
                known -> new NetworkCheck(known.relay(), trial.network().connectTimeout(), NanoClock.SYSTEM)
                        .run()
                        .forEach(out));
        if (running.isPresent()) {
            out.accept(new ClockCheck(root).run(Optional.empty()));
            RunningCheck.of(running.get().cameras(), wall.instant()).forEach(out);
        } else if (pause.isPresent()) {
            out.accept(Finding.warning(
                    "camera", "paused " + StatusText.pause(pause.get()), "It is checked when it may be on."));
            out.accept(new ClockCheck(root).run(Optional.empty()));
        } else {
            tryCamera(out);
        }
        out.accept(service());
    }

    private void tryCamera(Consumer<Finding> out) throws InterruptedException {
        CameraTrial.Result result =
                identity.isPresent() ? trial.run(SPAN, KeyRing.fixed(identity.get())) : trial.run(SPAN);
        CameraCheck.camera(result, trial.camera()).forEach(out);
        out.accept(new ClockCheck(root).run(result.relay().flatMap(CameraTrial.RelayResult::clockOffset)));
        if (result.relay().isEmpty()) {
            out.accept(Finding.warning(
                    "relay",
                    "this computer has not joined one yet",
                    "Ask the relay for a link: fanlight-relay camera invite NAME   Then: fanlight-agent join LINK"));
            return;
        }
        CameraTrial.RelayResult relay = result.relay().get();
        out.accept(relay.failure()
                .map(why -> Finding.problem("relay", why))
                .orElseGet(() -> Finding.fine("relay", accepted())));
        CameraCheck.upload(result, relay, trial.camera()).forEach(out);
    }

    private String accepted() {
        return identity.map(known -> known.relay().hostAndPort() + ", TLS, key accepted as \"" + known.camera() + "\"")
                .orElse("");
    }

    private Optional<ControlSocket.Status> running() {
        try {
            return Optional.of(agent.status());
        } catch (UserException e) {
            return Optional.empty();
        }
    }

    private Finding service() {
        return new ServiceFiles(root).isInstalled()
                ? Finding.fine("service", "installed; does it run? fanlight-agent service status")
                : Finding.warning(
                        "service",
                        "not installed: the agent does not start with the computer",
                        "Install it: sudo fanlight-agent service install");
    }
}
