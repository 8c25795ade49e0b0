package dev.fanlight.relay.cluster.redis;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.ChatAppended;
import dev.fanlight.relay.cluster.ChatChanged;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.cluster.LeasedStreams;
import dev.fanlight.relay.cluster.Leases;
import dev.fanlight.relay.cluster.LocalTopic;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.cluster.Nodes;
import dev.fanlight.relay.cluster.Places;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.cluster.StreamLocator;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.component.Component;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A cluster of nodes on one Redis server. While that cannot be reached, its stages fail at once; after that, all listeners are informed of
 * missed messages. Thread safe.
 */
public final class RedisCluster implements Cluster, Component {

    /** Most messages of a topic that wait for its listeners. */
    static final int MAX_WAITING = 10_000;

    /** How long the start waits for Redis; later it is waited for while the relay runs. */
    static final Duration START_WAIT = Duration.ofSeconds(3);

    private final Vertx vertx;
    private final Context loop;
    private final Node node;
    private final RedisKeys keys;
    private final RedisLink commandLink;
    private final RedisLink messageLink;
    private final RedisLeases leases;
    private final RedisPlaces places;
    private final RedisNodes nodes;
    private final RedisTopic<RightsChange> rights;
    private final RedisTopic<ChatAppended> chat;
    private final RedisTopic<ChatChanged> chatChanges;
    private final RedisTopic<CameraName> moved;
    private final LeasedStreams streams;
    private final List<RedisTopic<?>> topics;
    private final HeartBeat beat;
    private final CountDownLatch connected = new CountDownLatch(2);
    private volatile boolean isConnected;

    /**
     * A cluster that is not connected yet.
     *
     * @param node this relay
     * @param options the server and the credentials for it
     * @param database number of its database
     * @param failures takes what listeners throw
     */
    public RedisCluster(
            Vertx vertx,
            Node node,
            RedisOptions options,
            int database,
            NanoClock clock,
            Consumer<RuntimeException> failures) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.node = node;
        this.keys = new RedisKeys(database);
        this.commandLink = new RedisLink(vertx, loop, options, "leases", new CommandUser());
        this.messageLink = new RedisLink(vertx, loop, options, "messages", new MessageUser());
        RedisCommands commands = new RedisCommands(loop, commandLink);
        this.leases = new RedisLeases(commands, keys, clock);
        this.places = new RedisPlaces(commands, keys);
        this.nodes = new RedisNodes(commands, keys, node);
        this.rights = topic("rights", MessageForm.RIGHTS, commands, failures);
        this.chat = topic("chat", MessageForm.CHAT, commands, failures);
        this.chatChanges = topic("chat-changes", MessageForm.CHAT_CHANGES, commands, failures);
        this.moved = topic("moved", MessageForm.CAMERA, commands, failures);
        this.topics = List.of(rights, chat, chatChanges, moved);
        this.streams = new LeasedStreams(node, leases, moved, StreamLocator.CLAIM_LIFE);
        this.beat = new HeartBeat(commands, keys, node.id(), clock, commandLink::drop, messageLink::drop);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public StreamLocator streams() {
        return streams;
    }

    @Override
    public Topic<RightsChange> rights() {
        return rights;
    }

    @Override
    public Topic<ChatAppended> chat() {
        return chat;
    }

    @Override
    public Topic<ChatChanged> chatChanges() {
        return chatChanges;
    }

    @Override
    public Places places() {
        return places;
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public Leases leases() {
        return leases;
    }

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public void start() {
        messageLink.start();
        commandLink.start();
        loop.runOnContext(ignored -> tick());
        try {
            boolean unused = connected.await(START_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(Duration limit) {
        loop.runOnContext(ignored -> {
            beat.close();
            messageLink.close();
            commandLink.close();
        });
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("node", node.id(), "connected", isConnected);
    }

    private void tick() {
        if (!beat.isClosed()) {
            beat.tick();
            vertx.setTimer(HeartBeat.INTERVAL.toMillis(), ignored -> loop.runOnContext(now -> tick()));
        }
    }

    private <T> RedisTopic<T> topic(
            String name, MessageForm<T> form, RedisCommands commands, Consumer<RuntimeException> failures) {
        return new RedisTopic<>(name, form, node.id(), keys, commands, new LocalTopic<>(MAX_WAITING, failures));
    }

    private final class CommandUser implements RedisLink.User {

        @Override
        public Future<?> prepare(RedisConnection connection) {
            return Future.succeededFuture();
        }

        @Override
        public void opened() {
            isConnected = true;
            connected.countDown();
            topics.forEach(RedisTopic::sendMissed);
            beat.commandsOpened();
        }

        @Override
        public void lost() {
            isConnected = false;
        }
    }

    private final class MessageUser implements RedisLink.User {

        @Override
        public Future<?> prepare(RedisConnection connection) {
            connection.handler(this::received);
            Request request = Request.cmd(Command.SUBSCRIBE).arg(keys.beat());
            topics.forEach(topic -> request.arg(topic.channel()));
            return connection.send(request);
        }

        @Override
        public void opened() {
            connected.countDown();
            beat.messagesOpened();
            topics.forEach(RedisTopic::connected);
        }

        @Override
        public void lost() {}

        /** {@code message CHANNEL TEXT}; what confirms a subscription is passed over. */
        private void received(Response message) {
            if (message.size() != 3 || !message.get(0).toString().equals("message")) {
                return;
            }
            String channel = message.get(1).toString();
            String text = message.get(2).toString();
            if (channel.equals(keys.beat())) {
                beat.received(text);
                return;
            }
            topics.stream().filter(topic -> topic.channel().equals(channel)).forEach(topic -> topic.received(text));
        }
    }
}
