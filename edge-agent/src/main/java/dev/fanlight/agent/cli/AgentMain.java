package dev.fanlight.agent.cli;

import dev.fanlight.cli.Cli;
import dev.fanlight.cli.Utf8Locale;

/** Entry of {@code fanlight-agent}. */
public final class AgentMain {

    private AgentMain() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        Utf8Locale.relaunch().ifPresent(System::exit);
        Cli.run(new AgentCommand(), args);
    }
}
