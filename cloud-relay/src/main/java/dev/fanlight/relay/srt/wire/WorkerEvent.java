package dev.fanlight.relay.srt.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** What the SRT process says to the relay, in the same form as {@link WorkerCommand}. */
public sealed interface WorkerEvent {

    /** The whole message. */
    byte[] message();

    /** It has libsrt and takes commands. */
    record Ready(String version) implements WorkerEvent {

        static final int TYPE = 65;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.TEXT).text(version).message();
        }
    }

    /** It cannot work, and ends. */
    record Unusable(String sentence) implements WorkerEvent {

        static final int TYPE = 66;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.TEXT).text(sentence).message();
        }
    }

    /**
     * A port is open, or cannot be opened.
     *
     * @param listener its number
     * @param problem empty when it is open
     */
    record Listening(int listener, String problem) implements WorkerEvent {

        static final int TYPE = 67;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.TEXT)
                    .number(listener)
                    .text(problem)
                    .message();
        }
    }

    /**
     * Somebody calls, and everybody else waits until it is answered.
     *
     * @param request for the answer
     * @param listener where
     * @param address the caller’s
     * @param streamId may be anything
     */
    record Asked(int request, int listener, InetAddress address, String streamId) implements WorkerEvent {

        static final int TYPE = 68;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.TEXT)
                    .number(request)
                    .number(listener)
                    .address(address)
                    .text(streamId)
                    .message();
        }

        /** Does not show what may be a key. */
        @Override
        public String toString() {
            return "Asked[" + request + "]";
        }
    }

    /**
     * A caller that was allowed is there, with the right passphrase; or a server has taken the call.
     *
     * @param connection its number from now on
     * @param request that was allowed; 0 for a call
     */
    record Opened(int connection, int request) implements WorkerEvent {

        static final int TYPE = 69;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL)
                    .number(connection)
                    .number(request)
                    .message();
        }
    }

    /**
     * What a caller has sent.
     *
     * @param connection its number
     * @param media at most {@link PipeLimits#MAX_MEDIA_BYTES}
     */
    record Data(int connection, ByteBuffer media) implements WorkerEvent {

        static final int TYPE = 70;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL + media.remaining())
                    .number(connection)
                    .media(media)
                    .message();
        }
    }

    /**
     * A connection is over, whoever closed it.
     *
     * @param connection its number
     * @param reason for people
     */
    record Closed(int connection, String reason) implements WorkerEvent {

        static final int TYPE = 71;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.TEXT)
                    .number(connection)
                    .text(reason)
                    .message();
        }
    }

    /** A connection was slower than its group, and gets nothing until the next point at which a player can begin. */
    record Skipped(int connection) implements WorkerEvent {

        static final int TYPE = 72;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL).number(connection).message();
        }
    }

    /** Answers {@link WorkerCommand.Ping}. */
    record Pong(int number) implements WorkerEvent {

        static final int TYPE = 73;

        @Override
        public byte[] message() {
            return new MessageWriter(TYPE, Room.SMALL).number(number).message();
        }
    }

    /** The event of this type. */
    static WorkerEvent read(int type, MessageReader in) throws WireException {
        return switch (type) {
            case Ready.TYPE -> new Ready(in.text());
            case Unusable.TYPE -> new Unusable(in.text());
            case Listening.TYPE -> new Listening(in.number(), in.text());
            case Asked.TYPE -> new Asked(in.number(), in.number(), in.address(), in.text());
            case Opened.TYPE -> new Opened(in.number(), in.number());
            case Data.TYPE -> new Data(in.number(), in.media());
            case Closed.TYPE -> new Closed(in.number(), in.text());
            case Skipped.TYPE -> new Skipped(in.number());
            case Pong.TYPE -> new Pong(in.number());
            default -> throw new WireException("an event of type " + type);
        };
    }
}
