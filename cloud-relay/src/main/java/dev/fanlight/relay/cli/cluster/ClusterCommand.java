package dev.fanlight.relay.cli.cluster;

import picocli.CommandLine.Command;

/** {@code cluster}. */
@Command(
        name = "cluster",
        description = "See the relays that share their cameras with this one.",
        mixinStandardHelpOptions = true,
        subcommands = {ClusterStatusCommand.class})
public final class ClusterCommand {}
