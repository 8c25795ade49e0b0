package dev.fanlight.relay.bench.crowd;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayInputStream;
import javax.net.ssl.SSLException;

/** How viewers check the relay’s certificate; by BoringSSL where it is, which costs them a third. Stateless. */
public final class ViewerTrust {

    private ViewerTrust() {}

    /** By the authorities that this computer knows. */
    public static SslContext system() {
        return build(builder());
    }

    /**
     * By these authorities.
     *
     * @param pem certificates
     * @throws UserException when they are none
     */
    public static SslContext authority(byte[] pem) {
        try {
            return build(builder().trustManager(new ByteArrayInputStream(pem)));
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.SETTINGS, "There is no certificate in PEM form in that file.", e);
        }
    }

    /** Not at all. */
    public static SslContext anybody() {
        return build(
                builder().trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null));
    }

    private static SslContextBuilder builder() {
        return SslContextBuilder.forClient().sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK);
    }

    private static SslContext build(SslContextBuilder builder) {
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new UserException(ExitCode.FAILED, "TLS cannot be set up: " + e.getMessage() + ".", e);
        }
    }
}
