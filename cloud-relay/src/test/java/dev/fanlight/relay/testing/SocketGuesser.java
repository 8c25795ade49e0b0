package dev.fanlight.relay.testing;

import dev.fanlight.protocol.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;

/** Guesses on WebSockets: each guess costs one. A connection on which no socket is given is asked again. */
public abstract class SocketGuesser implements Guesser {

    private final Map<InetAddress, Socket> lines = new HashMap<>();

    public abstract Socket dial(InetAddress from) throws IOException;

    public abstract RawSocket upgrade(Socket line) throws IOException;

    /** Says the guess. */
    public abstract void say(RawSocket socket) throws IOException, ProtocolException;

    /** Whether the relay says this to those who were right only. */
    public abstract boolean isHit(String text);

    @Override
    public Result guess(InetAddress from) throws IOException {
        Socket line = lines.containsKey(from) ? lines.remove(from) : dial(from);
        try (RawSocket socket = upgrade(line)) {
            say(socket);
            return outcome(socket);
        } catch (EOFException | SocketException e) {
            line.close();
            return guess(from);
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).startsWith("HTTP/1.1 429")) {
                throw e;
            }
            lines.put(from, line);
            return Result.LIMITED;
        }
    }

    private Result outcome(RawSocket socket) throws IOException {
        while (true) {
            RawSocket.Frame frame = socket.read();
            if (frame.opcode() == RawSocket.CLOSE) {
                return switch (frame.closeCode()) {
                    case 4403, 4404 -> Result.WRONG;
                    case 1013 -> Result.LIMITED;
                    default -> throw new AssertionError("closed with " + frame.closeCode());
                };
            }
            if (isHit(frame.text())) {
                return Result.HIT;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket line : lines.values()) {
            line.close();
        }
    }
}
