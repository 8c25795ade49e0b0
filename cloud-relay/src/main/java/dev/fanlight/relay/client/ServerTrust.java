package dev.fanlight.relay.client;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayInputStream;
import javax.net.ssl.SSLException;

/** Client TLS contexts that check a relay’s certificate; with BoringSSL if available, at a third of the CPU cost. Stateless. */
public final class ServerTrust {

    private ServerTrust() {}

    /** Trusts the certificate authorities of the Java runtime. */
    public static SslContext system() {
        return build(builder());
    }

    /**
     * Trusts these certificate authorities and no others.
     *
     * @param pem their certificates
     * @throws UserException if there is no certificate in it
     */
    public static SslContext authority(byte[] pem) {
        try {
            return build(builder().trustManager(new ByteArrayInputStream(pem)));
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.SETTINGS, "That file contains no certificate in PEM format.", e);
        }
    }

    /** Accepts any certificate for any host name: for measurements only. */
    public static SslContext insecure() {
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
            throw new UserException(ExitCode.FAILED, "Cannot set up TLS: " + e.getMessage() + ".", e);
        }
    }
}
