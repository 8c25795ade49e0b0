package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code -V} prints. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"fanlight-agent " + AgentVersion.text()};
    }
}
