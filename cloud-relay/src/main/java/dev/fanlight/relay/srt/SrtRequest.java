package dev.fanlight.relay.srt;

import dev.fanlight.relay.srt.wire.WorkerCommand;
import java.net.InetAddress;
import java.util.function.Consumer;

/**
 * A caller that is not there yet. Immutable, thread safe.
 *
 * @param number until it is there
 * @param address where it is
 * @param streamId what it says; anything, up to 512 bytes
 * @param answer takes the answer
 */
public record SrtRequest(int number, InetAddress address, String streamId, Consumer<WorkerCommand> answer) {

    /** Lets it in if it encrypts with this passphrase; with an empty one, if it does not encrypt. */
    public void allow(String passphrase) {
        answer.accept(new WorkerCommand.Allow(number, passphrase));
    }

    /** Refuses it with a code of SRT Access Control. */
    public void refuse(int code) {
        answer.accept(new WorkerCommand.Refuse(number, code));
    }

    /** Does not show what may be a key. */
    @Override
    public String toString() {
        return "SrtRequest[" + number + "]";
    }
}
