package dev.fanlight.relay.cli.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.bench.WatchLink;
import dev.fanlight.relay.client.ServerTrust;
import dev.fanlight.relay.client.ViewerTarget;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The existing relay to measure, if any. Filled by picocli. */
final class BenchLinkOptions {

    private static final int MAX_PEM_BYTES = 256 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "A watch link, in quotes: measure that relay with what its camera publishes. Without URL, a"
                    + " temporary relay is started.")
    private @Nullable String url;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "With URL: trust only the certificate authorities in this PEM file.")
    private @Nullable Path authority;

    @Option(names = "--insecure", description = "With URL: accept any certificate.")
    private boolean insecure;

    @Option(
            names = "--pid",
            paramLabel = "PID",
            description = "With URL: process id of the relay on this computer, to report its CPU and memory use.")
    private @Nullable Long pid;

    /** The link, if one was given. */
    Optional<WatchLink> link() {
        return Optional.ofNullable(url).map(BenchLinkOptions::parse);
    }

    /** Whether an option was given that requires a link. */
    boolean isSet() {
        return authority != null || insecure || pid != null;
    }

    /** The target of the link. */
    ViewerTarget target(WatchLink link) {
        if (!link.secure() && (authority != null || insecure)) {
            throw new UserException(ExitCode.USAGE, "--ca and --insecure cannot be combined with an http: link.");
        }
        InetSocketAddress address = new InetSocketAddress(link.host(), link.port());
        if (address.isUnresolved()) {
            throw new UserException(ExitCode.UNREACHABLE, "The host name " + link.host() + " cannot be resolved.");
        }
        Optional<SslContext> tls = link.secure() ? Optional.of(trust()) : Optional.empty();
        return new ViewerTarget(address, link.host(), tls, link.camera().text(), link.key());
    }

    /** The relay’s process, if it was given. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(pid)
                .map(id -> ProcessHandle.of(id)
                        .orElseThrow(() ->
                                new UserException(ExitCode.USAGE, "There is no process " + id + " on this computer.")));
    }

    private SslContext trust() {
        if (insecure) {
            return ServerTrust.insecure();
        }
        return Optional.ofNullable(authority)
                .map(file -> ServerTrust.authority(read(file)))
                .orElseGet(ServerTrust::system);
    }

    private static WatchLink parse(String text) {
        try {
            return WatchLink.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, "URL is " + e.getMessage() + ".", e);
        }
    }

    private static byte[] read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_PEM_BYTES);
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "The file " + file + " cannot be read.", e);
        }
    }
}
