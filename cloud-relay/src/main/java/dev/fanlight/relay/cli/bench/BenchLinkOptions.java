package dev.fanlight.relay.cli.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.bench.WatchLink;
import dev.fanlight.relay.bench.crowd.ViewerTarget;
import dev.fanlight.relay.bench.crowd.ViewerTrust;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which relay of others is measured. Filled by picocli. */
final class BenchLinkOptions {

    private static final int MAX_PEM_BYTES = 256 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "A link to watch by, in quotes: measures that relay and whatever its camera shows. Without"
                    + " it, a relay is started for the purpose.")
    private @Nullable String url;

    @Option(names = "--ca", paramLabel = "FILE", description = "With URL: trust this authority (PEM) and no other.")
    private @Nullable Path authority;

    @Option(names = "--insecure", description = "With URL: take any certificate.")
    private boolean insecure;

    @Option(
            names = "--pid",
            paramLabel = "PID",
            description = "With URL: the relay is this process of this computer, whose CPU and memory are told.")
    private @Nullable Long pid;

    /** The link, if one was given. */
    Optional<WatchLink> link() {
        return Optional.ofNullable(url).map(BenchLinkOptions::parse);
    }

    /** Whether one of the options was given that need a link. */
    boolean isTouched() {
        return authority != null || insecure || pid != null;
    }

    /** What is behind the link. */
    ViewerTarget target(WatchLink link) {
        if (!link.secure() && (authority != null || insecure)) {
            throw new UserException(ExitCode.USAGE, "--ca and --insecure are about certificates: not with http:.");
        }
        InetSocketAddress address = new InetSocketAddress(link.host(), link.port());
        if (address.isUnresolved()) {
            throw new UserException(ExitCode.UNREACHABLE, "There is no computer called " + link.host() + ".");
        }
        Optional<SslContext> tls = link.secure() ? Optional.of(trust()) : Optional.empty();
        return new ViewerTarget(address, link.host(), tls, link.camera().text(), link.key());
    }

    /** The relay’s process, if somebody said which it is. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(pid)
                .map(id -> ProcessHandle.of(id)
                        .orElseThrow(() -> new UserException(ExitCode.USAGE, "There is no process " + id + " here.")));
    }

    private SslContext trust() {
        if (insecure) {
            return ViewerTrust.anybody();
        }
        return Optional.ofNullable(authority)
                .map(file -> ViewerTrust.authority(read(file)))
                .orElseGet(ViewerTrust::system);
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
