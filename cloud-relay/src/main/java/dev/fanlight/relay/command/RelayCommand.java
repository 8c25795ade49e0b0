package dev.fanlight.relay.command;

import picocli.CommandLine.Command;

/** The program: {@code fanlight-relay}. */
@Command(
        name = "fanlight-relay",
        description = "Share cameras that dial out to this computer.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            StatusCommand.class,
            CameraCommand.class,
            LinkCommand.class,
            TokenCommand.class,
            OwnerCommand.class,
            AuditCommand.class,
            BenchCommand.class,
            VersionCommand.class
        })
public final class RelayCommand {}
