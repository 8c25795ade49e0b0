package dev.fanlight.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.MessageType.Direction;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.agent.FromAgentHandler;
import dev.fanlight.protocol.agent.ToAgentHandler;
import dev.fanlight.protocol.player.FromPlayerHandler;
import dev.fanlight.protocol.player.ToPlayerHandler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type of message has a codec, its marker of each direction, and a method of its own in the handler of that direction. */
class MessageHandlersTest {

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void messageReachesTheMethodOfItsTypeInEachOfItsDirections(MessageType type) throws ProtocolException {
        Message message = message(type);
        for (Direction direction : type.directions()) {
            List<Class<?>> called = new ArrayList<>();
            dispatch(message, direction, called);
            assertThat(called).as(direction.name()).containsExactly(message.getClass());
        }
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void messageImplementsTheMarkersOfItsDirectionsAndNoOther(MessageType type) {
        for (Direction direction : Direction.values()) {
            assertThat(marker(direction).isInstance(message(type)))
                    .as(direction.name())
                    .isEqualTo(type.directions().contains(direction));
        }
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void handlerRefusesAMessageThatItDoesNotOverride(MessageType type) {
        Message message = message(type);
        for (Direction direction : type.directions()) {
            assertThatThrownBy(() -> refuse(message, direction))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining(type.wireName());
        }
    }

    private static Message message(MessageType type) {
        byte[] text = GoldenFiles.json(GoldenFiles.control(type.wireName()));
        try {
            return GoldenFilesTest.decode(text, type.directions().iterator().next());
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> marker(Direction direction) {
        return switch (direction) {
            case AGENT_TO_RELAY -> FromAgent.class;
            case RELAY_TO_AGENT -> ToAgent.class;
            case PLAYER_TO_RELAY -> FromPlayer.class;
            case RELAY_TO_PLAYER -> ToPlayer.class;
        };
    }

    private static void dispatch(Message message, Direction direction, List<Class<?>> called) throws ProtocolException {
        switch (direction) {
            case AGENT_TO_RELAY -> recording(FromAgentHandler.class, called).dispatch((FromAgent) message);
            case RELAY_TO_AGENT -> recording(ToAgentHandler.class, called).dispatch((ToAgent) message);
            case PLAYER_TO_RELAY -> recording(FromPlayerHandler.class, called).dispatch((FromPlayer) message);
            case RELAY_TO_PLAYER -> recording(ToPlayerHandler.class, called).dispatch((ToPlayer) message);
        }
    }

    private static void refuse(Message message, Direction direction) throws ProtocolException {
        switch (direction) {
            case AGENT_TO_RELAY -> new FromAgentHandler() {}.dispatch((FromAgent) message);
            case RELAY_TO_AGENT -> new ToAgentHandler() {}.dispatch((ToAgent) message);
            case PLAYER_TO_RELAY -> new FromPlayerHandler() {}.dispatch((FromPlayer) message);
            case RELAY_TO_PLAYER -> new ToPlayerHandler() {}.dispatch((ToPlayer) message);
        }
    }

    /** A handler that notes the parameter type of each {@code on} that is called. */
    private static <H> H recording(Class<H> handler, List<Class<?>> called) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (method.getName().equals("on")) {
                called.add(method.getParameterTypes()[0]);
                return null;
            }
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return handler.cast(Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls));
    }
}
