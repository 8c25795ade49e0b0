package dev.fanlight.relay.command;

import picocli.CommandLine.Command;

/** {@code camera}: everything about cameras. */
@Command(
        name = "camera",
        description = "Invite and list cameras.",
        mixinStandardHelpOptions = true,
        subcommands = {CameraInviteCommand.class, CameraListCommand.class})
final class CameraCommand {}
