package dev.fanlight.relay.cli;

import dev.fanlight.cli.Cli;

/** Where the program begins. */
public final class RelayMain {

    private RelayMain() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        // Each renegotiation of TLS 1.2 costs a server a handshake. The JDK has it, BoringSSL has not; read once, when
        // TLS is first used.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        System.exit(Cli.of(new RelayCommand()).execute(args));
    }
}
