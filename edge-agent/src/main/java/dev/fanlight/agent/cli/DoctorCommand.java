package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentVersion;
import dev.fanlight.agent.CameraTrial;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.config.file.NewSettingsFile;
import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.agent.doctor.Doctor;
import dev.fanlight.agent.doctor.ReportMask;
import dev.fanlight.agent.onsite.Availability;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Finding;
import dev.fanlight.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent doctor}. */
@Command(
        name = "doctor",
        description =
                "Check computer, camera, encoder, clock, network, relay and service. Exit code 7 when something does"
                        + " not work. Where no agent runs, the camera is opened for some seconds, and published if a relay was joined.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Also write the findings to a new file, without passwords, keys, addresses and the relay's name.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "Which camera, when the settings name several: NAME as in cameras.NAME.source.")
    private Optional<String> camera = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LibraryLogs.quiet(program.options().verbose());
        Path state = program.options().state(System.getenv());
        Settings settings = program.options().settings(System.getenv(), Map.of());
        ChosenCamera chosen = ChosenCamera.of(settings, camera, state);
        Optional<DeviceIdentity> identity = chosen.store().load();
        CameraTrial trial = new CameraTrial(chosen.settings(), NetworkSettings.of(settings), AgentTimeouts.STANDARD);
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new ArrayList<>();
        ControlSocket agent = new ControlSocket(state);
        Availability availability = new Availability(
                List.of(new PauseFile(state), new PauseFile(chosen.store().folder())),
                chosen.settings().run(),
                InstantSource.system());
        // A second connection with the key of an agent that runs would end that agent.
        AgentLock lock = agent.isRunning() ? new AgentLock(Optional.empty()) : AgentLock.of(state);
        try (lock) {
            new Doctor(Path.of("/"), agent, trial, identity, availability.pause(), InstantSource.system())
                    .run(finding -> {
                        findings.add(finding);
                        out.println(finding.lines());
                        out.flush();
                    });
        }
        report.ifPresent(file -> write(file, findings, identity));
        return summary(findings, out);
    }

    private int summary(List<Finding> findings, PrintWriter out) {
        out.println(Finding.summary(findings));
        out.flush();
        return Finding.worst(findings) == Finding.Level.PROBLEM ? ExitCode.PROBLEM : ExitCode.OK;
    }

    private void write(Path file, List<Finding> findings, Optional<DeviceIdentity> identity) {
        ReportMask mask = new ReportMask(identity.map(known -> known.relay().host()));
        String text = "fanlight-agent " + AgentVersion.text() + "\n"
                + findings.stream().map(finding -> mask.text(finding.lines())).collect(Collectors.joining("\n"))
                + "\n";
        NewSettingsFile.write(file, text);
        spec.commandLine()
                .getOut()
                .println("✓ wrote " + file + ": passwords, addresses and the relay's name are masked");
    }
}
