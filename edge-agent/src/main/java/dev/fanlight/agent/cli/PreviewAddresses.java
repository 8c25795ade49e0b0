package dev.fanlight.agent.cli;

import dev.fanlight.agent.preview.PreviewServer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Prints where to watch; a used address is followed by a new one. Thread safe. */
final class PreviewAddresses {

    private final PrintWriter out;
    private final CompletableFuture<PreviewServer> server = new CompletableFuture<>();

    PreviewAddresses(PrintWriter out) {
        this.out = out;
    }

    /** Prints the first addresses of a camera, each good for one browser; the likeliest is returned. */
    Optional<String> begin(PreviewServer started, String camera) {
        server.complete(started);
        out.println("Watch (each address works once, in one browser):");
        return print(started.addresses(camera));
    }

    /** The key of a camera was used: prints a new address. */
    void used(String camera) {
        PreviewServer known = server.getNow(null);
        if (known != null) {
            out.println("For one more browser:");
            print(known.addresses(camera));
        }
    }

    private Optional<String> print(List<String> addresses) {
        addresses.forEach(address -> out.println("    " + address));
        out.flush();
        return addresses.stream().findFirst();
    }
}
