package dev.fanlight.agent.cli;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.util.Set;

/** The processors for which there are builds of FFmpeg. Stateless. */
final class SupportedComputer {

    private static final Set<String> SUPPORTED = Set.of("amd64", "x86_64", "aarch64", "arm64");

    private SupportedComputer() {}

    /**
     * Refuses any other.
     *
     * @param arch as {@code os.arch} says it
     * @throws UserException when the agent cannot run there
     */
    static void check(String arch) {
        if (!SUPPORTED.contains(arch)) {
            throw new UserException(
                    ExitCode.FAILED,
                    "This needs a 64-bit operating system for Intel, AMD or ARM, such as the 64-bit Raspberry Pi OS (yours is "
                            + arch + ").");
        }
    }
}
