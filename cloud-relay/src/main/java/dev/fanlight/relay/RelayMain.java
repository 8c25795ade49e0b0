package dev.fanlight.relay;

import dev.fanlight.cli.Cli;
import dev.fanlight.relay.command.RelayCommand;

/** Where the program begins. */
public final class RelayMain {

    private RelayMain() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(Cli.of(new RelayCommand()).execute(args));
    }
}
