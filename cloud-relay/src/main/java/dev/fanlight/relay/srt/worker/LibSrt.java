package dev.fanlight.relay.srt.worker;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of libsrt 1.4 and 1.5 that are used, as {@code srt.h} declares them. Thread safe. */
interface LibSrt extends Library {

    /** Debian has it twice, by the library that encrypts; other systems have the plain name. */
    List<String> NAMES = List.of("libsrt-gnutls.so.1.5", "libsrt.so.1.5", "libsrt-openssl.so.1.5", "libsrt.so.1");

    int ERROR = -1;

    /** {@code SRT_EASYNCSND}: there is no room to send. */
    int NO_ROOM = 6001;

    /** {@code SRT_EASYNCRCV}: there is nothing to receive. */
    int NOTHING = 6002;

    int EPOLL_IN = 1;
    int EPOLL_ERR = 8;

    /** The first of {@link #NAMES} that is installed. */
    static Optional<LibSrt> load() {
        for (String name : NAMES) {
            try {
                return Optional.of(Native.load(name, LibSrt.class));
            } catch (UnsatisfiedLinkError e) {
                // The next one.
            }
        }
        return Optional.empty();
    }

    /** Decides about a caller before it is there; 0 lets it go on. */
    interface ListenHook extends Callback {
        int asked(@Nullable Pointer opaque, int socket, int version, Pointer peer, @Nullable String streamId);
    }

    int srt_startup();

    int srt_cleanup();

    int srt_getversion();

    int srt_create_socket();

    int srt_bind(int socket, byte[] address, int length);

    int srt_listen(int socket, int backlog);

    int srt_listen_callback(int socket, ListenHook hook, @Nullable Pointer opaque);

    int srt_setrejectreason(int socket, int reason);

    int srt_getrejectreason(int socket);

    String srt_rejectreason_str(int reason);

    int srt_accept(int socket, @Nullable Pointer address, @Nullable Pointer length);

    int srt_connect(int socket, byte[] address, int length);

    int srt_close(int socket);

    int srt_setsockflag(int socket, int option, byte[] value, int length);

    int srt_recvmsg(int socket, byte[] into, int length);

    int srt_sendmsg(int socket, byte[] from, int length, int lifeMillis, int inOrder);

    int srt_getsndbuffer(int socket, @Nullable Pointer blocks, @Nullable Pointer bytes);

    int srt_getlasterror(@Nullable IntByReference systemError);

    String srt_getlasterror_str();

    int srt_epoll_create();

    int srt_epoll_add_usock(int poll, int socket, IntByReference events);

    int srt_epoll_remove_usock(int poll, int socket);

    int srt_epoll_set(int poll, int flags);

    int srt_epoll_wait(
            int poll,
            int[] readable,
            IntByReference readableCount,
            @Nullable Pointer writable,
            @Nullable Pointer writableCount,
            long timeoutMillis,
            @Nullable Pointer systemReadable,
            @Nullable Pointer systemReadableCount,
            @Nullable Pointer systemWritable,
            @Nullable Pointer systemWritableCount);
}
