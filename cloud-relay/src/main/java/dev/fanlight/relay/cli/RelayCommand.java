package dev.fanlight.relay.cli;

import dev.fanlight.relay.cli.backup.BackupCommand;
import dev.fanlight.relay.cli.backup.RestoreCommand;
import dev.fanlight.relay.cli.bench.BenchCommand;
import dev.fanlight.relay.cli.camera.CameraCommand;
import dev.fanlight.relay.cli.chat.ChatCommand;
import dev.fanlight.relay.cli.clip.ClipCommand;
import dev.fanlight.relay.cli.cluster.ClusterCommand;
import dev.fanlight.relay.cli.config.ConfigCommand;
import dev.fanlight.relay.cli.link.LinkCommand;
import dev.fanlight.relay.cli.owner.AuditCommand;
import dev.fanlight.relay.cli.owner.OwnerCommand;
import dev.fanlight.relay.cli.owner.TokenCommand;
import dev.fanlight.relay.cli.setup.SetupCommand;
import dev.fanlight.relay.cli.webhook.WebhookCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;

/** The program: {@code fanlight-relay}. */
@Command(
        name = "fanlight-relay",
        description = "Relay live video from cameras behind NAT to browsers.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SetupCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            CameraCommand.class,
            LinkCommand.class,
            ClipCommand.class,
            ChatCommand.class,
            TokenCommand.class,
            OwnerCommand.class,
            AuditCommand.class,
            WebhookCommand.class,
            ClusterCommand.class,
            ConfigCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            BenchCommand.class,
            VersionCommand.class,
            GenerateCompletion.class
        })
public final class RelayCommand {}
