package dev.fanlight.relay.srt.worker;

import com.sun.jna.ptr.IntByReference;
import dev.fanlight.relay.srt.worker.LibSrt.ListenHook;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What libsrt does, with Java’s types and with exceptions in place of error codes. Thread safe, as libsrt is. */
final class Srt {

    /** Seven packets of MPEG-TS: the most that a message of a live stream has. */
    static final int MESSAGE_BYTES = 7 * 188;

    private static final int BACKLOG = 32;

    /** 1.3.0, the first with stream ids. */
    private static final int OLDEST_PEER = 0x010300;

    private static final int FOR_EVER = -1;
    private static final int NO_ERROR_WHEN_EMPTY = 1;

    private final LibSrt lib;
    private final int poll;

    private Srt(LibSrt lib, int poll) {
        this.lib = lib;
        this.poll = poll;
    }

    /** Starts its threads. */
    static Srt start(LibSrt lib) {
        lib.srt_startup();
        int poll = lib.srt_epoll_create();
        lib.srt_epoll_set(poll, NO_ERROR_WHEN_EMPTY);
        return new Srt(lib, poll);
    }

    /** For people, for example {@code 1.5.1}. */
    String version() {
        int version = lib.srt_getversion();
        return (version >> 16) + "." + ((version >> 8) & 0xFF) + "." + (version & 0xFF);
    }

    /** Opens a port; its {@code hook} must be kept. */
    int listen(InetAddress address, int port, int latencyMillis, ListenHook hook) throws SrtException {
        int socket = created(latencyMillis);
        try {
            // A caller may be gone before it is accepted, and the thread that accepts also receives for all others.
            setBlocking(socket, false);
            if (address.getAddress().length > Integer.BYTES) {
                set(socket, SrtOption.V6_ONLY, address.isAnyLocalAddress() ? 0 : 1);
            }
            byte[] bytes = SocketAddressBytes.of(address, port);
            check(lib.srt_bind(socket, bytes, bytes.length));
            check(lib.srt_listen_callback(socket, hook, null));
            check(lib.srt_listen(socket, BACKLOG));
            return socket;
        } catch (SrtException e) {
            lib.srt_close(socket);
            throw e;
        }
    }

    /** Connects, which takes as long as {@code limitMillis}. */
    int connect(InetAddress address, int port, int latencyMillis, String streamId, String passphrase, int limitMillis)
            throws SrtException {
        int socket = created(latencyMillis);
        // The socket must not wait later, but has to now: connecting depends on receiving.
        setBlocking(socket, true);
        try {
            set(socket, SrtOption.CONNECT_MILLIS, limitMillis);
            if (!streamId.isEmpty()) {
                set(socket, SrtOption.STREAM_ID, streamId);
            }
            if (!passphrase.isEmpty()) {
                set(socket, SrtOption.PASSPHRASE, passphrase);
            }
            byte[] bytes = SocketAddressBytes.of(address, port);
            if (lib.srt_connect(socket, bytes, bytes.length) == LibSrt.ERROR) {
                throw new SrtException(refusal(socket));
            }
            setBlocking(socket, false);
            return socket;
        } catch (SrtException e) {
            lib.srt_close(socket);
            throw e;
        }
    }

    /** The next caller of a port; fails when there is none. */
    int accept(int listener) throws SrtException {
        int socket = lib.srt_accept(listener, null, null);
        check(socket);
        setBlocking(socket, false);
        return socket;
    }

    void passphrase(int socket, String passphrase) throws SrtException {
        set(socket, SrtOption.PASSPHRASE, passphrase);
    }

    void refuse(int socket, int code) {
        lib.srt_setrejectreason(socket, code);
    }

    /** Fills {@code into} with one message; how many bytes it has, 0 when there is none. */
    int receive(int socket, byte[] into) throws SrtException {
        int count = lib.srt_recvmsg(socket, into, into.length);
        if (count != LibSrt.ERROR) {
            return count;
        }
        if (lib.srt_getlasterror(null) == LibSrt.NOTHING) {
            return 0;
        }
        throw failure();
    }

    /** Sends one message, unless there is no room for it. */
    boolean send(int socket, byte[] message) throws SrtException {
        if (lib.srt_sendmsg(socket, message, message.length, FOR_EVER, 1) != LibSrt.ERROR) {
            return true;
        }
        if (lib.srt_getlasterror(null) == LibSrt.NO_ROOM) {
            return false;
        }
        throw failure();
    }

    /** How many milliseconds of what was sent wait for the other side. */
    int unsentMillis(int socket) {
        return lib.srt_getsndbuffer(socket, null, null);
    }

    void close(int socket) {
        lib.srt_close(socket);
    }

    /** Has {@link #readable} look at a socket. */
    void watch(int socket) {
        lib.srt_epoll_add_usock(poll, socket, new IntByReference(LibSrt.EPOLL_IN | LibSrt.EPOLL_ERR));
    }

    void unwatch(int socket) {
        lib.srt_epoll_remove_usock(poll, socket);
    }

    /** Waits for sockets that have something to receive, or are broken. */
    int[] readable(int most, long limitMillis) {
        int[] found = new int[most];
        IntByReference count = new IntByReference(most);
        int all = lib.srt_epoll_wait(poll, found, count, null, null, limitMillis, null, null, null, null);
        return all <= 0 ? new int[0] : Arrays.copyOf(found, Math.min(most, count.getValue()));
    }

    void cleanUp() {
        lib.srt_cleanup();
    }

    private int created(int latencyMillis) throws SrtException {
        int socket = lib.srt_create_socket();
        check(socket);
        set(socket, SrtOption.LATENCY_MILLIS, latencyMillis);
        set(socket, SrtOption.OLDEST_VERSION, OLDEST_PEER);
        return socket;
    }

    private void setBlocking(int socket, boolean value) throws SrtException {
        byte[] flag = {(byte) (value ? 1 : 0)};
        check(lib.srt_setsockflag(socket, SrtOption.RECEIVE_BLOCKS.code(), flag, flag.length));
        check(lib.srt_setsockflag(socket, SrtOption.SEND_BLOCKS.code(), flag, flag.length));
    }

    private void set(int socket, SrtOption option, int value) throws SrtException {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
        check(lib.srt_setsockflag(socket, option.code(), bytes, bytes.length));
    }

    private void set(int socket, SrtOption option, String value) throws SrtException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        check(lib.srt_setsockflag(socket, option.code(), bytes, bytes.length));
    }

    private String refusal(int socket) {
        int reason = lib.srt_getrejectreason(socket);
        return SrtRefusal.sentence(reason).orElseGet(() -> lib.srt_rejectreason_str(reason));
    }

    private void check(int result) throws SrtException {
        if (result == LibSrt.ERROR) {
            throw failure();
        }
    }

    private SrtException failure() {
        return new SrtException(lib.srt_getlasterror_str());
    }
}
