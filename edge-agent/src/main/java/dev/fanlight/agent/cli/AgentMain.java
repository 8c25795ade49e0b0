package dev.fanlight.agent.cli;

import dev.fanlight.cli.Cli;

/** Entry of {@code fanlight-agent}. */
public final class AgentMain {

    private AgentMain() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        Cli.run(new AgentCommand(), args);
    }
}
