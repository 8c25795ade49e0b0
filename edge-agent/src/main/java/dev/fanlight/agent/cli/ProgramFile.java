package dev.fanlight.agent.cli;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this program is. Stateless. */
final class ProgramFile {

    private static final Path PACKAGED = Path.of("/usr/share/fanlight/fanlight-agent.jar");

    private ProgramFile() {}

    /** The jar that runs. */
    static Path jar() {
        try {
            Path running = Path.of(ProgramFile.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(running) ? running : PACKAGED;
        } catch (URISyntaxException e) {
            throw new UserException(ExitCode.FAILED, "It is not known where this program is. Say it: --jar FILE", e);
        }
    }

    /** The Java that runs it. */
    static Path java() {
        return Path.of(ProcessHandle.current().info().command().orElse("/usr/bin/java"));
    }
}
