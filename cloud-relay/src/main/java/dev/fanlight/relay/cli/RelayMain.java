package dev.fanlight.relay.cli;

import dev.fanlight.cli.Cli;
import dev.fanlight.cli.Utf8Locale;

/** Entry point of the program. */
public final class RelayMain {

    private RelayMain() {}

    /** Runs a command and exits with its exit code. */
    public static void main(String[] args) {
        // Every TLS 1.2 renegotiation costs the server a handshake. The JDK allows it, BoringSSL does not. The property
        // is read once, on first use of TLS.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        Utf8Locale.relaunch().ifPresent(System::exit);
        Cli.run(new RelayCommand(), args);
    }
}
