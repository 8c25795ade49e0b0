package dev.fanlight.relay.tls.dtls;

import java.io.IOException;
import org.bouncycastle.tls.DTLSTransport;

/** A handshake that is over: what still comes by DTLS is a flight that the peer missed, or its goodbye. One thread only; does not block. */
public final class DtlsConnection {

    private static final int MAX_RECORD_BYTES = 1_500;

    private final DTLSTransport transport;
    private final DtlsDatagrams datagrams;
    private final SrtpKeyPair keys;

    DtlsConnection(DTLSTransport transport, DtlsDatagrams datagrams, SrtpKeyPair keys) {
        this.transport = transport;
        this.datagrams = datagrams;
        this.keys = keys;
        datagrams.established();
    }

    /** What it was for. */
    public SrtpKeyPair keys() {
        return keys;
    }

    /**
     * A datagram has come.
     *
     * @return whether the connection goes on
     */
    public boolean received(byte[] datagram) {
        datagrams.received(datagram);
        byte[] unusedData = new byte[MAX_RECORD_BYTES];
        try {
            while (!datagrams.isEmpty() && !datagrams.isClosed()) {
                int unused = transport.receive(unusedData, 0, unusedData.length, 1);
            }
        } catch (IOException e) {
            return false;
        }
        return !datagrams.isClosed();
    }

    /** Says goodbye. */
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            // The peer will see that nothing comes any more.
        }
    }
}
