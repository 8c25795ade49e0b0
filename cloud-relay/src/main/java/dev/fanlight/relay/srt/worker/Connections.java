package dev.fanlight.relay.srt.worker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.srt.wire.WorkerCommand.Send;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All connections of the process, and the groups that get the same media. Thread safe. */
final class Connections {

    /** Most connections at a time. */
    static final int MAX = 1_000;

    private static final String CLOSED = "closed by the relay";

    private final Srt srt;
    private final EventOutput events;

    @GuardedBy("this")
    private final Map<Integer, Connection> byId = new HashMap<>();

    @GuardedBy("this")
    private final Map<Integer, Connection> bySocket = new HashMap<>();

    @GuardedBy("this")
    private final Map<Integer, Map<Integer, Connection>> groups = new HashMap<>();

    /** Those that are being called; at most {@link Calls#MAX}. */
    @GuardedBy("this")
    private final Set<Integer> calling = new HashSet<>();

    @GuardedBy("this")
    private int lastId;

    Connections(Srt srt, EventOutput events) {
        this.srt = srt;
        this.events = events;
    }

    /** A caller is there; it gets a number. */
    void accepted(int socket, int request) {
        int id;
        synchronized (this) {
            if (byId.size() >= MAX) {
                srt.close(socket);
                return;
            }
            lastId++;
            id = lastId;
            add(new Connection(id, socket));
        }
        events.say(new WorkerEvent.Opened(id, request));
        srt.watch(socket);
    }

    /** A server is being called; its number is known. */
    synchronized void calling(int id) {
        calling.add(id);
    }

    /** A server that was called is not there. */
    void notReached(int id, String reason) {
        synchronized (this) {
            calling.remove(id);
        }
        events.say(new WorkerEvent.Closed(id, reason));
    }

    /** A server that was called is there; the connection ends at once where it was closed meanwhile. */
    void called(int id, int socket) {
        boolean wanted;
        synchronized (this) {
            wanted = calling.remove(id);
            if (wanted) {
                add(new Connection(id, socket));
            }
        }
        if (!wanted) {
            srt.close(socket);
            events.say(new WorkerEvent.Closed(id, CLOSED));
            return;
        }
        events.say(new WorkerEvent.Opened(id, 0));
        srt.watch(socket);
    }

    synchronized Optional<Connection> ofSocket(int socket) {
        return Optional.ofNullable(bySocket.get(socket));
    }

    synchronized Optional<Connection> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized void join(int id, int group) {
        Connection connection = byId.get(id);
        if (connection != null) {
            connection.join();
            groups.computeIfAbsent(group, none -> new LinkedHashMap<>()).put(id, connection);
        }
    }

    void send(Send send) {
        for (Connection member : members(send.group())) {
            try {
                if (member.send(srt, send.begins(), send.media()) == Connection.Sent.SKIPPED) {
                    events.say(new WorkerEvent.Skipped(member.id()));
                }
            } catch (SrtException e) {
                close(member, "" + e.getMessage());
            }
        }
    }

    /** Closes one because the relay wants it, unless it has been closed; one that is being called is closed when it is there. */
    void close(int id) {
        synchronized (this) {
            calling.remove(id);
        }
        find(id).ifPresent(connection -> close(connection, CLOSED));
    }

    void close(Connection connection, String reason) {
        synchronized (this) {
            if (byId.remove(connection.id()) == null) {
                return;
            }
            bySocket.remove(connection.socket());
            groups.values().forEach(group -> group.remove(connection.id()));
            groups.values().removeIf(Map::isEmpty);
        }
        srt.unwatch(connection.socket());
        srt.close(connection.socket());
        events.say(new WorkerEvent.Closed(connection.id(), reason));
    }

    private synchronized List<Connection> members(int group) {
        return List.copyOf(groups.getOrDefault(group, Map.of()).values());
    }

    @GuardedBy("this")
    private void add(Connection connection) {
        byId.put(connection.id(), connection);
        bySocket.put(connection.socket(), connection);
    }
}
