package dev.fanlight.relay.cluster.redis;

import dev.fanlight.relay.cluster.Places;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Places as sorted sets of Redis, ordered by when they end. Thread safe.
 *
 * @param commands runs the scripts
 * @param keys names the sets
 */
record RedisPlaces(RedisCommands commands, RedisKeys keys) implements Places {

    private static final String LIFE_MILLIS = String.valueOf(LIFE.toMillis());

    @Override
    public CompletionStage<Boolean> take(String name, String place, int max) {
        return commands.run(
                        RedisScript.TAKE_PLACE,
                        List.of(keys.places(name)),
                        List.of(LIFE_MILLIS, String.valueOf(max), place))
                .thenApply(answer -> answer.toLong() == 1);
    }

    @Override
    public CompletionStage<Void> keep(String name, Set<String> places) {
        List<String> arguments = new ArrayList<>(List.of(LIFE_MILLIS));
        arguments.addAll(places);
        return commands.run(RedisScript.KEEP_PLACES, List.of(keys.places(name)), arguments)
                .thenAccept(RedisPlaces::done);
    }

    @Override
    public CompletionStage<Void> free(String name, String place) {
        return commands.run(RedisScript.FREE_PLACE, List.of(keys.places(name)), List.of(place))
                .thenAccept(RedisPlaces::done);
    }

    private static void done(Response answer) {
        // There is nothing to say.
    }
}
