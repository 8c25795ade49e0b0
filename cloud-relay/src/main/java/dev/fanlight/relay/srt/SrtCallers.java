package dev.fanlight.relay.srt;

/** Who decides about callers of a port, and takes them. Called on the thread that reads the process: must not block. */
public interface SrtCallers {

    /** Somebody calls. It must be answered within a second, else it is refused; everybody else at the port waits so long. */
    void asked(SrtRequest request);

    /**
     * A caller that was allowed is there, and has shown that it knows the passphrase.
     *
     * @param request the number of {@link SrtRequest}
     * @return takes what it sends
     */
    SrtListener opened(SrtConnection connection, int request);
}
