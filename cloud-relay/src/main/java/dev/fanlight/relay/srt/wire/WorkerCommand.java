package dev.fanlight.relay.srt.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** What the relay says to its SRT process: a type (8 bits), the number of bytes that follow (32 bits), and the parts in the order of the record. */
public sealed interface WorkerCommand {

    /** The whole message. */
    byte[] message();

    /**
     * Opens a port for callers.
     *
     * @param listener its number from now on
     * @param address of this computer
     * @param port 1–65535
     * @param latencyMillis for which packets are waited for
     */
    record Listen(int listener, InetAddress address, int port, int latencyMillis) implements WorkerCommand {

        static final int TYPE = 1;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL)
                    .number(listener)
                    .address(address)
                    .number(port)
                    .number(latencyMillis)
                    .message();
        }
    }

    /**
     * Lets a caller in that encrypts with this passphrase.
     *
     * @param request its number
     * @param passphrase 10–79 characters; empty for a caller that does not encrypt
     */
    record Allow(int request, String passphrase) implements WorkerCommand {

        static final int TYPE = 2;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.TEXT)
                    .number(request)
                    .text(passphrase)
                    .message();
        }

        /** Does not show the passphrase. */
        @Override
        public String toString() {
            return "Allow[" + request + "]";
        }
    }

    /**
     * Refuses a caller.
     *
     * @param request its number
     * @param code what it is told (SRT Access Control)
     */
    record Refuse(int request, int code) implements WorkerCommand {

        static final int TYPE = 3;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL)
                    .number(request)
                    .number(code)
                    .message();
        }
    }

    /**
     * Lets more of what a caller sends come.
     *
     * @param connection the caller
     * @param bytes that were passed on
     */
    record Grant(int connection, int bytes) implements WorkerCommand {

        static final int TYPE = 4;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL)
                    .number(connection)
                    .number(bytes)
                    .message();
        }
    }

    /**
     * Sends what is sent to a group to this connection too, from the next point on at which a player can begin.
     *
     * @param connection caller or target
     * @param group any number
     */
    record Join(int connection, int group) implements WorkerCommand {

        static final int TYPE = 5;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL)
                    .number(connection)
                    .number(group)
                    .message();
        }
    }

    /**
     * Sends media to all of a group.
     *
     * @param group its number
     * @param begins whether a player can begin here
     * @param media whole packets of MPEG-TS, at most {@link PipeLimits#MAX_MEDIA_BYTES}
     */
    record Send(int group, boolean begins, ByteBuffer media) implements WorkerCommand {

        static final int TYPE = 6;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL + media.remaining())
                    .number(group)
                    .flag(begins)
                    .media(media)
                    .message();
        }
    }

    /**
     * Calls another server.
     *
     * @param connection its number from now on
     * @param address the server’s
     * @param port 1–65535
     * @param latencyMillis asked for
     * @param streamId may be empty
     * @param passphrase may be empty
     */
    record Call(int connection, InetAddress address, int port, int latencyMillis, String streamId, String passphrase)
            implements WorkerCommand {

        static final int TYPE = 7;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL + 2 * Room.TEXT)
                    .number(connection)
                    .address(address)
                    .number(port)
                    .number(latencyMillis)
                    .text(streamId)
                    .text(passphrase)
                    .message();
        }

        /** Does not show the passphrase. */
        @Override
        public String toString() {
            return "Call[" + connection + "]";
        }
    }

    /** Closes a connection. */
    record Close(int connection) implements WorkerCommand {

        static final int TYPE = 8;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL).number(connection).message();
        }
    }

    /** Asks for an answer. */
    record Ping(int number) implements WorkerCommand {

        static final int TYPE = 9;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL).number(number).message();
        }
    }

    /** The command of this type. */
    static WorkerCommand read(int type, MessageReader in) throws WireException {
        return switch (type) {
            case Listen.TYPE -> new Listen(in.number(), in.address(), in.number(), in.number());
            case Allow.TYPE -> new Allow(in.number(), in.text());
            case Refuse.TYPE -> new Refuse(in.number(), in.number());
            case Grant.TYPE -> new Grant(in.number(), in.number());
            case Join.TYPE -> new Join(in.number(), in.number());
            case Send.TYPE -> new Send(in.number(), in.flag(), in.media());
            case Call.TYPE -> new Call(in.number(), in.address(), in.number(), in.number(), in.text(), in.text());
            case Close.TYPE -> new Close(in.number());
            case Ping.TYPE -> new Ping(in.number());
            default -> throw new WireException("a command of type " + type);
        };
    }
}
