package dev.fanlight.relay.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS for raw sockets of tests, which trust anybody: what they look at is not the certificate. */
public final class LooseTls {

    private final SSLContext context;

    public LooseTls() {
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public SSLSocket connect(int port) throws IOException {
        return connect(port, InetAddress.getLoopbackAddress());
    }

    public SSLSocket connect(int port, InetAddress from) throws IOException {
        return over(new Socket(InetAddress.getLoopbackAddress(), port, from, 0));
    }

    /** TLS on a connection that is open already; the handshake comes with the first byte. */
    public SSLSocket over(Socket tcp) throws IOException {
        // With a name, so that the client resumes its sessions.
        return (SSLSocket) context.getSocketFactory().createSocket(tcp, "localhost", tcp.getPort(), true);
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
