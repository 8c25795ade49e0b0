package dev.fanlight.relay.tls.dtls;

import dev.fanlight.protocol.sdp.CertificateFingerprint;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;

/**
 * One handshake, on a thread of its own, since the library waits for datagrams. Its owner limits how many there are. Thread safe.
 */
public final class DtlsHandshake implements AutoCloseable {

    /** How long one may take, ms. */
    static final int LIMIT_MILLIS = 4_000;

    /** After how long the first flight is sent again, ms; doubled each time. */
    static final int RESEND_MILLIS = 200;

    private final DtlsDatagrams datagrams;
    private final LoopRunner runner;

    private DtlsHandshake(DtlsDatagrams datagrams, LoopRunner runner) {
        this.datagrams = datagrams;
        this.runner = runner;
    }

    /**
     * Begins one.
     *
     * @param isClient whether this side begins
     * @param expected the peer’s certificate
     * @param out sends a datagram; any thread, must not block
     * @param done receives the connection; on the handshake’s thread
     * @param failed receives why there is none, on the handshake’s thread; not called after {@link #close}
     */
    public static DtlsHandshake start(
            DtlsIdentity identity,
            boolean isClient,
            CertificateFingerprint expected,
            Consumer<byte[]> out,
            Consumer<DtlsConnection> done,
            Consumer<Throwable> failed) {
        DtlsDatagrams datagrams = new DtlsDatagrams(out);
        SrtpExchange exchange = new SrtpExchange(expected);
        Work work = new Work(identity, isClient, exchange, datagrams, done);
        return new DtlsHandshake(datagrams, LoopRunner.start(work, failed));
    }

    /** A datagram has come. */
    public void received(byte[] datagram) {
        datagrams.received(datagram);
    }

    /** Ends it without waiting. */
    @Override
    public void close() {
        datagrams.close();
        runner.stop();
    }

    /** The thread’s work: once. */
    private record Work(
            DtlsIdentity identity,
            boolean isClient,
            SrtpExchange exchange,
            DtlsDatagrams datagrams,
            Consumer<DtlsConnection> done)
            implements Loop {

        @Override
        public boolean doWork() throws IOException {
            done.accept(isClient ? asClient() : asServer());
            return false;
        }

        @Override
        public String roleName() {
            return "dtls-handshake";
        }

        private DtlsConnection asClient() throws IOException {
            DtlsClient client = new DtlsClient(identity, exchange);
            DTLSTransport transport = new DTLSClientProtocol().connect(client, datagrams);
            return connection(transport, client.keys());
        }

        private DtlsConnection asServer() throws IOException {
            DtlsServer server = new DtlsServer(identity, exchange);
            DTLSTransport transport = new DTLSServerProtocol().accept(server, datagrams);
            return connection(transport, server.keys());
        }

        private DtlsConnection connection(DTLSTransport transport, Optional<SrtpKeyPair> keys) throws IOException {
            return new DtlsConnection(
                    transport,
                    datagrams,
                    keys.orElseThrow(() -> new IOException("the handshake has ended without keys")));
        }
    }
}
