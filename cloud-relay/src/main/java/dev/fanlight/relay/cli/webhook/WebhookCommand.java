package dev.fanlight.relay.cli.webhook;

import picocli.CommandLine.Command;

/** {@code webhook}. */
@Command(
        name = "webhook",
        description = "Try the webhooks of the settings, and see what became of their events.",
        mixinStandardHelpOptions = true,
        subcommands = {WebhookListCommand.class, WebhookTestCommand.class, WebhookDeliveriesCommand.class})
public final class WebhookCommand {}
